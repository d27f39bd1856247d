import { SCENARIOS, type ScenarioName } from '../bench/scenario-names';
import { HELP, parseCommandLine, wholeNumber } from './command-line';

const DEFAULT_ENTRIES = 20_000;
const FULL_ENTRIES = 100_000;
const DEFAULT_ROUNDS = 3;

export const usage = `Usage: npm run bench -- [options]

Measures the plugin on a real Strapi and a real Meilisearch, each figure beside its reference in the same run.

  --scenario a,b  runs only these (default: all but those marked *)
  --entries N     offers and housing ads in the database, two to one (default ${DEFAULT_ENTRIES})
  --full          the same as --entries ${FULL_ENTRIES}
  --rounds N      how often each figure is taken; their median counts (default ${DEFAULT_ROUNDS})
  --json          prints the rows as JSON and nothing else
  --help          prints this

BENCH_NODE_OPTIONS are options of Node for the site alone, like --cpu-prof --cpu-prof-dir=profiles.

Scenarios:
${Object.entries(SCENARIOS)
  .map(([name, { about, onRequest }]) => `  ${name.padEnd(27)}${onRequest ? '* ' : ''}${about}`)
  .join('\n')}`;

export interface BenchArguments {
  help: boolean;
  scenarios: ScenarioName[];
  entries: number;
  rounds: number;
  json: boolean;
}

/** @throws with a message that names the option at fault and what to do about it */
export function parseBenchArguments(args: string[]): BenchArguments {
  const { help, scenario, entries, full, rounds, json } = readOptions(args);
  if (full && entries !== undefined) throw new Error('--full and --entries exclude each other: give one of them.');
  const byDefault = full ? FULL_ENTRIES : DEFAULT_ENTRIES;
  return {
    help,
    json,
    scenarios: scenario === undefined ? wantedByDefault() : scenario.split(',').map(scenarioNamed),
    entries: entries === undefined ? byDefault : wholeNumber('entries', entries),
    rounds: rounds === undefined ? DEFAULT_ROUNDS : wholeNumber('rounds', rounds),
  };
}

const names = Object.keys(SCENARIOS) as ScenarioName[];

const wantedByDefault = () => names.filter((name) => !SCENARIOS[name].onRequest);

function scenarioNamed(given: string): ScenarioName {
  const name = names.find((known) => known === given);
  if (!name) throw new Error(`--scenario ${given}: give one or more of ${names.join(', ')}.`);
  return name;
}

function readOptions(args: string[]) {
  return parseCommandLine(
    {
      args,
      options: {
        help: HELP,
        scenario: { type: 'string' },
        entries: { type: 'string' },
        full: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    },
    usage,
  ).values;
}
