/** Program of a thread started by `live-through-seeds.ts`: lives through each hand of seeds that it is given. */
import { parentPort } from 'node:worker_threads';

import { simulate, type Simulation } from '../../tests/simulation/simulate';
import type { Hand } from './deal-seeds';

/** Nobody reads what happened in a seed that went well. */
const brief = (simulation: Simulation): Simulation =>
  simulation.violations.length > 0 ? simulation : { ...simulation, trace: [] };

async function liveThrough({ first, count }: Hand): Promise<Simulation[]> {
  const simulations: Simulation[] = [];
  for (let seed = first; seed < first + count; seed += 1) simulations.push(brief(await simulate(seed)));
  return simulations;
}

parentPort?.on('message', (hand: Hand) => {
  // What is thrown ends the thread, and whoever has started it hears of it.
  void liveThrough(hand).then((simulations) => parentPort?.postMessage(simulations));
});
