import { HELP, parseCommandLine } from './command-line';

export const DEFAULT_ENTRIES = 3_000;
const MOST_ENTRIES = 1_000_000;

export const usage = `Usage: npm run demo -- [options]

Shows the plugin in a Strapi application with sample data and a real Meilisearch.

  --entries N   offers and housing ads to create, two to one (default ${DEFAULT_ENTRIES}, at most ${MOST_ENTRIES})
  --fresh       removes the data of earlier demos first
  --help        prints this

MEILISEARCH_BIN names another Meilisearch executable, MEILISEARCH_HOST and MEILISEARCH_API_KEY one that runs already.`;

export interface DemoArguments {
  help: boolean;
  fresh: boolean;
  /** `undefined`: as many as there are, or the default. */
  entries: number | undefined;
}

/** @throws with a message that names the option at fault and what to do about it */
export function parseDemoArguments(args: string[]): DemoArguments {
  const { help, fresh, entries } = readOptions(args);
  return { help, fresh, entries: entries === undefined ? undefined : parseEntries(entries) };
}

function readOptions(args: string[]) {
  return parseCommandLine(
    {
      args,
      options: {
        help: HELP,
        fresh: { type: 'boolean', default: false },
        entries: { type: 'string' },
      },
    },
    usage,
  ).values;
}

function parseEntries(given: string): number {
  const entries = Number(given);
  if (/^\d+$/.test(given) && entries >= 1 && entries <= MOST_ENTRIES) return entries;
  throw new Error(
    `--entries ${given}: give a whole number from 1 to ${MOST_ENTRIES}, for example --entries ${DEFAULT_ENTRIES}.`,
  );
}
