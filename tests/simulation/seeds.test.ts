import { availableParallelism } from 'node:os';

import { liveThroughSeeds } from '../../scripts/simulation/live-through-seeds';
import { describeSimulation } from './describe-simulation';
import { simulate, type Simulation } from './simulate';

const SEEDS = { first: 1, count: 300 };

it('index equals database after everything that may happen', async () => {
  const lived: Simulation[] = [];
  await liveThroughSeeds(SEEDS, availableParallelism(), (simulation) => lived.push(simulation));

  expect(lived.filter(({ violations }) => violations.length > 0).map(describeSimulation)).toEqual([]);
  expect(new Set(lived.map(({ seed }) => seed)).size).toBe(SEEDS.count);
}, 300_000);

it('is the same for a seed whatever was lived through before', async () => {
  const { trace } = await simulate(7);
  await simulate(8);
  expect((await simulate(7)).trace).toEqual(trace);
});
