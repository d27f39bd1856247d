/** A count that is taken again only when that is cheap enough, or late enough. */
export interface Counted {
  /** The count, taken now or a moment ago. */
  get(): Promise<number>;
  /** The count as it is now, but for one that is too slow to wait for. */
  again(): Promise<number>;
}

/** Milliseconds within which a count is not taken again. */
const FRESH = 1000;
/** A count may take this share of the time: one that took 50 ms is taken every 2.5 s at most. */
const SHARE = 0.02;
/** However slow a count is, it is never older than this when somebody looks. */
const STALE = 10_000;
/** A count slower than this is not waited for where an earlier one is at hand. */
const PATIENCE = 200;

/**
 * Keeps an eye on a number that is dear to take: counting a million rows at every poll of a page would be a load of its own.
 * @param count - takes the count
 * @param monotonic - milliseconds that never run backwards
 */
export function createCounted(count: () => Promise<number>, monotonic: () => number): Counted {
  let last: { value: number; at: number; took: number } | null = null;
  let taking: Promise<number> | null = null;

  const take = async () => {
    const begun = monotonic();
    const value = await count();
    const at = monotonic();
    last = { value, at, took: at - begun };
    return value;
  };

  const takeOnce = () => {
    taking ??= take().finally(() => {
      taking = null;
    });
    return taking;
  };

  const counted: Counted = {
    again: () => (last && last.took > PATIENCE ? counted.get() : takeOnce()),

    async get() {
      if (!last) return takeOnce();
      const isFresh = monotonic() - last.at < Math.max(FRESH, Math.min(STALE, last.took / SHARE));
      if (isFresh) return last.value;
      if (last.took <= PATIENCE) return takeOnce();
      const { value } = last;
      // Not waited for: who asks next learns the number, or the error.
      takeOnce().catch(() => {
        last = null;
      });
      return value;
    },
  };
  return counted;
}
