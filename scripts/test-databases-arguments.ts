import { HELP, parseCommandLine } from './command-line';
import type { DatabaseSystem } from './databases/database-system';

type Client = DatabaseSystem['client'];

const CLIENTS: readonly Client[] = ['postgres', 'mysql'];

export const usage = `Usage: npm run test:databases -- [options] [patterns]

Runs the integration tests on PostgreSQL and MariaDB servers of its own; npm test runs them on SQLite.

  --only a,b    runs only these: ${CLIENTS.join(', ')}
  --sensitive   runs only the test files tagged @database-sensitive
  --install     installs a server that is missing; needs root, and a system with apt-get
  --help        prints this
  patterns      run only the test files whose path matches one`;

export interface TestDatabasesArguments {
  help: boolean;
  install: boolean;
  sensitive: boolean;
  clients: ReadonlySet<Client>;
  patterns: string[];
}

/** @throws with a message that names the option at fault and what to do about it */
export function parseTestDatabasesArguments(args: string[]): TestDatabasesArguments {
  const { values, positionals } = readOptions(args);
  const { only, ...flags } = values;
  const names = only?.split(',') ?? CLIENTS;
  const stranger = names.find((name) => !CLIENTS.some((client) => client === name));
  if (stranger !== undefined) throw new Error(`--only ${stranger}: give one or more of ${CLIENTS.join(', ')}.`);
  if (flags.sensitive && positionals.length > 0) throw new Error('Give either --sensitive or patterns.');
  return { ...flags, clients: new Set(CLIENTS.filter((client) => names.includes(client))), patterns: positionals };
}

function readOptions(args: string[]) {
  return parseCommandLine(
    {
      args,
      allowPositionals: true,
      options: {
        help: HELP,
        install: { type: 'boolean', default: false },
        only: { type: 'string' },
        sensitive: { type: 'boolean', default: false },
      },
    },
    usage,
  );
}
