import { HELP, parseCommandLine, wholeNumber } from './command-line';

export const usage = `Usage: npm run soak -- [options]

Lets a real site and a real engine live through random edits, faults and crashes, then compares index and database exactly.

  --minutes N  how long (default 10)
  --seed N     what to choose by (default: the time of day)
  --help       prints this`;

export interface SoakArguments {
  help: boolean;
  minutes: number;
  seed: number;
}

/** @throws with a message that names the option at fault and what to do about it */
export function parseSoakArguments(args: string[]): SoakArguments {
  const { help, minutes, seed } = readOptions(args);
  return {
    help,
    minutes: minutes === undefined ? 10 : wholeNumber('minutes', minutes),
    seed: seed === undefined ? (Date.now() % 1_000_000) + 1 : wholeNumber('seed', seed),
  };
}

function readOptions(args: string[]) {
  return parseCommandLine(
    {
      args,
      options: {
        help: HELP,
        minutes: { type: 'string' },
        seed: { type: 'string' },
      },
    },
    usage,
  ).values;
}
