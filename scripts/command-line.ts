import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * Reads the arguments of a command.
 * @param usage - added to the message where an argument is wrong
 * @throws with a message that names the argument at fault
 */
export function parseCommandLine<T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (cause) {
    throw new Error(`${(cause as Error).message}\n\n${usage}`, { cause });
  }
}

/** The option that every command has. */
export const HELP = { type: 'boolean', short: 'h', default: false } as const;

/**
 * Reads the whole number given for an option.
 * @throws with a message that names the option and what to do about it
 */
export function wholeNumber(option: string, given: string): number {
  if (/^\d{1,9}$/.test(given) && Number(given) >= 1) return Number(given);
  throw new Error(`--${option} ${given}: give a whole number from 1 on, for example --${option} 42.`);
}
