const FIRST = 60_000;
const LONGEST = 6 * 60 * 60_000;

/**
 * How long to leave a failing document alone, in milliseconds: a minute at first, twice as long after each attempt,
 * six hours at most.
 * @param attempts - how often it has failed so far, from 1
 */
export function retryDelay(attempts: number): number {
  return Math.min(LONGEST, FIRST * 2 ** Math.min(attempts - 1, 20));
}
