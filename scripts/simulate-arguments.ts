import { HELP, parseCommandLine, wholeNumber } from './command-line';

const DEFAULT_SEEDS = 1000;

export const usage = `Usage: npm run simulate -- [options]

Lives through random operations, faults and crashes of a simulated cluster, and compares index and database after each.

  --seeds N    how many seeds (default ${DEFAULT_SEEDS})
  --first N    the first of them (default 1)
  --threads N  how many at the same time (default: as many as there are cores)
  --seed N     only this one, with everything that happens in it
  --help       prints this`;

export interface SimulateArguments {
  help: boolean;
  first: number;
  seeds: number;
  /** How many at the same time; `null`: nobody has said. */
  threads: number | null;
  /** Shows all that happens, whether it goes well or not. */
  isReplay: boolean;
}

/** @throws with a message that names the option at fault and what to do about it */
export function parseSimulateArguments(args: string[]): SimulateArguments {
  const { help, seed, seeds, first, threads } = readOptions(args);
  if (seed !== undefined) return { help, first: wholeNumber('seed', seed), seeds: 1, threads: 1, isReplay: true };
  return {
    help,
    first: first === undefined ? 1 : wholeNumber('first', first),
    seeds: seeds === undefined ? DEFAULT_SEEDS : wholeNumber('seeds', seeds),
    threads: threads === undefined ? null : wholeNumber('threads', threads),
    isReplay: false,
  };
}

function readOptions(args: string[]) {
  return parseCommandLine(
    {
      args,
      options: {
        help: HELP,
        seed: { type: 'string' },
        seeds: { type: 'string' },
        first: { type: 'string' },
        threads: { type: 'string' },
      },
    },
    usage,
  ).values;
}
