/** A count, or several, that is taken again only when that is cheap enough, or late enough. */
export interface Counted<Count = number> {
  /** The count, taken now or a moment ago. */
  get(): Promise<Count>;
  /** The same where it differs from what it should be equal to: as it is now, but for one that is too slow to wait for. */
  again(): Promise<Count>;
}

/** Milliseconds within which a count is not taken again. */
const FRESH = 1000;
/** A count may take this share of the time: one that took 50 ms is taken every 2.5 s at most. */
const SHARE = 0.02;
/** However slow a count is, it is never older than this when somebody looks. */
const STALE = 60_000;
/** The same where there is reason to doubt it. */
const DOUBTED = 10_000;
/** Milliseconds that a count may take to be waited for where an earlier one is at hand: a page has many of them. */
const PATIENCE = 30;
/** The same where there is reason to doubt that one: waiting is better than a difference that is none. */
const DOUBTED_PATIENCE = 200;

/**
 * Keeps an eye on a number that is dear to take: counting a million rows at every poll of a page would be a load of its own.
 * @param count - takes the count
 * @param monotonic - milliseconds that never run backwards
 */
export function createCounted<Count>(count: () => Promise<Count>, monotonic: () => number): Counted<Count> {
  let last: { value: Count; at: number; took: number } | null = null;
  let taking: Promise<Count> | null = null;

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

  /** What is known already, while it is taken again. */
  const takeAside = (known: Count) => {
    // Not waited for: who asks next learns the number, or the error.
    takeOnce().catch(() => {
      last = null;
    });
    return known;
  };

  return {
    async get() {
      if (!last) return takeOnce();
      const { value, at, took } = last;
      if (monotonic() - at < Math.max(FRESH, Math.min(STALE, took / SHARE))) return value;
      return took > PATIENCE ? takeAside(value) : takeOnce();
    },

    async again() {
      if (!last || last.took <= DOUBTED_PATIENCE) return takeOnce();
      const { value, at } = last;
      return monotonic() - at < DOUBTED ? value : takeAside(value);
    },
  };
}
