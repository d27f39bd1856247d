/** `npm run simulate`: lives through thousands of seeds, and says how to see again what went wrong. */
import { availableParallelism } from 'node:os';

import { describeSimulation, summarizeSimulation } from '../tests/simulation/describe-simulation';
import { simulate, type Simulation } from '../tests/simulation/simulate';
import { runProgram } from './program';
import { parseSimulateArguments, usage } from './simulate-arguments';
import type { Hand } from './simulation/deal-seeds';
import { liveThroughSeeds } from './simulation/live-through-seeds';

/** Milliseconds between two progress lines. */
const INTERVAL = 1000;

/** How many seeds have seen each kind of fault. */
function describeFaults(faults: ReadonlyMap<string, number>, seeds: number): string {
  return [...faults]
    .sort(([, one], [, other]) => other - one)
    .map(([fault, count]) => `${((count / seeds) * 100).toFixed(1).padStart(6)} %  ${fault}`)
    .join('\n');
}

/** Shows all that happens in a seed, whether it goes well or not. Answers whether it does. */
async function replay(seed: number): Promise<boolean> {
  const simulation = await simulate(seed);
  const isGood = simulation.violations.length === 0;
  console.log(isGood ? simulation.trace.join('\n') : describeSimulation(simulation));
  return isGood;
}

/** Lives through seeds and reports on them all the while. Answers whether all of them go well. */
async function tryOut(seeds: Hand, threads: number): Promise<boolean> {
  const faults = new Map<string, number>();
  const failed: number[] = [];
  let done = 0;
  const begun = performance.now();

  const showProgress = () => {
    const rate = Math.round((done / (performance.now() - begun)) * 60_000);
    console.log(`${done} of ${seeds.count} seeds, ${failed.length} failed, ${rate} a minute`);
  };
  const note = (simulation: Simulation) => {
    done += 1;
    for (const fault of simulation.faults) faults.set(fault, (faults.get(fault) ?? 0) + 1);
    if (simulation.violations.length === 0) return;
    failed.push(simulation.seed);
    // One is enough to read; the others are replayed when it is mended.
    console.log(failed.length === 1 ? describeSimulation(simulation) : summarizeSimulation(simulation));
  };

  const progress = setInterval(showProgress, INTERVAL);
  await liveThroughSeeds(seeds, threads, note).finally(() => clearInterval(progress));
  console.log(`\nSeeds that saw each fault:\n${describeFaults(faults, seeds.count)}\n`);
  showProgress();
  if (failed.length > 0) console.log(`failed: ${failed.sort((one, other) => one - other).join(', ')}`);
  return failed.length === 0;
}

async function main(): Promise<void> {
  const { help, first, seeds, threads, isReplay } = parseSimulateArguments(process.argv.slice(2));
  if (help) {
    console.log(usage);
    return;
  }
  const isGood = isReplay
    ? await replay(first)
    : await tryOut({ first, count: seeds }, threads ?? availableParallelism());
  process.exitCode = isGood ? 0 : 1;
}

runProgram(main);
