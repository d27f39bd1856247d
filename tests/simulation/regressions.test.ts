import { describeSimulation } from './describe-simulation';
import { simulate } from './simulate';

/** Seeds that have shown how a promise was broken, and what was wrong. */
const REGRESSIONS: readonly [seed: number, wrong: string][] = [
  [25, 'a process that was stopped while its lease was confirmed pushed after another had taken it'],
  [578, 'a process that was stopped while its lease was confirmed deleted after another had taken it'],
  [54, 'deletions were forgotten that failed beside the document at fault'],
  [29, 'what was to be tried again now waited for the clock of another host'],
  [8, 'an enable and a disable that crossed each other left both runs at work'],
  [845, 'a writer that had not heard of a disable yet went on pushing beside it'],
  [1173, 'what was saved on an instance that had not heard of an enable yet was never marked'],
  [664, 'a disable looked for an index that was still being made'],
  [
    10_075,
    'a run failed at once when the database was away for a moment, and with it a write of very many documents was lost',
  ],
  [712, 'a failure to read was taken back by an older push that got through after it, and with it the save was lost'],
  [10_092, 'stamps fell when a lease was given up and held again at once'],
];

it.each(REGRESSIONS)('seed %i goes well: once %s', async (seed) => {
  const simulation = await simulate(seed);
  if (simulation.violations.length > 0) throw new Error(describeSimulation(simulation));
});
