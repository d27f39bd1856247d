import { parseArgs } from 'node:util';

import { wholeNumber } from './whole-number';

const DEFAULT_SEEDS = 1000;

export const usage = `Usage: npm run simulate -- [options]

Lives through random operations, faults and crashes of a simulated cluster, and compares index and database after each.

  --seeds N   how many seeds (default ${DEFAULT_SEEDS})
  --first N   the first of them (default 1)
  --seed N    only this one, with everything that happens in it
  --help      prints this`;

export interface SimulateArguments {
  help: boolean;
  first: number;
  seeds: number;
  /** Shows all that happens, whether it goes well or not. */
  isReplay: boolean;
}

/** @throws with a message that names the option at fault and what to do about it */
export function parseSimulateArguments(args: string[]): SimulateArguments {
  const { help, seed, seeds, first } = readOptions(args);
  if (seed !== undefined) return { help, first: wholeNumber('seed', seed), seeds: 1, isReplay: true };
  return {
    help,
    first: first === undefined ? 1 : wholeNumber('first', first),
    seeds: seeds === undefined ? DEFAULT_SEEDS : wholeNumber('seeds', seeds),
    isReplay: false,
  };
}

function readOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        seed: { type: 'string' },
        seeds: { type: 'string' },
        first: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    throw new Error(`${(cause as Error).message}\n\n${usage}`, { cause });
  }
}
