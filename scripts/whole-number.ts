/**
 * Reads the whole number given for an option of a command.
 * @throws with a message that names the option and what to do about it
 */
export function wholeNumber(option: string, given: string): number {
  if (/^\d{1,9}$/.test(given) && Number(given) >= 1) return Number(given);
  throw new Error(`--${option} ${given}: give a whole number from 1 on, for example --${option} 42.`);
}
