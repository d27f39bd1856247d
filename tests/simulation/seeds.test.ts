import { describeSimulation } from './describe-simulation';
import { simulate } from './simulate';

/** Lived through in groups, so that a failure shows soon which seeds it is about. */
const GROUPS = 12;
const SEEDS_OF_A_GROUP = 25;

it.each(Array.from({ length: GROUPS }, (_, group) => group * SEEDS_OF_A_GROUP + 1))(
  'index equals database after everything that may happen, from seed %i on',
  async (first) => {
    for (let seed = first; seed < first + SEEDS_OF_A_GROUP; seed += 1) {
      const simulation = await simulate(seed);
      if (simulation.violations.length > 0) throw new Error(describeSimulation(simulation));
    }
  },
);
