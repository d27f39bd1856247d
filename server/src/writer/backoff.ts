/** Growing pauses between attempts. */
export interface Backoff {
  /** Milliseconds to wait before the next attempt; on average longer each time, up to the longest. */
  next(): number;
  /** Begins anew, after a success. */
  reset(): void;
}

/**
 * Twice as long after each attempt, with jitter ("equal jitter": half fixed, half random) so that several instances do
 * not come back all at once.
 * @param random - from 0 to 1
 */
export function createBackoff(
  { first, longest }: { first: number; longest: number },
  random: () => number = Math.random,
): Backoff {
  let attempt = 0;
  return {
    next() {
      const ceiling = Math.min(longest, first * 2 ** attempt);
      attempt += 1;
      return ceiling / 2 + (ceiling / 2) * random();
    },
    reset() {
      attempt = 0;
    },
  };
}
