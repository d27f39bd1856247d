/**
 * Stamps for pushed documents: milliseconds on the engine's clock that never fall, whatever that clock does,
 * across restarts and hosts (the last one is kept with the lease).
 */
export interface Stamps {
  /** Begins with the last stamp anybody used; the clock has to be observed anew. */
  reset(lastStamp: number): void;

  /** Takes in the engine's clock as an answer of the engine told it. */
  observe(engineTime: number): void;

  /** Whether the engine's clock was observed since the last reset: no stamp can be had before. */
  readonly isKnown: boolean;

  /** The last stamp used. */
  readonly last: number;

  /** The stamp for a batch about to be enqueued: now, or the last one used where the clock says less. */
  next(): number;

  /** A stamp above all used so far: the start of an update, which tells apart what it touched from what it did not. */
  above(): number;

  /** Keeps all further stamps at or above this one, as the start of a resumed update. */
  raiseTo(stamp: number): void;
}

/** @param monotonic - milliseconds that never run backwards, to go on from the last observation */
export function createStamps(monotonic: () => number): Stamps {
  let last = 0;
  let observed: { engineTime: number; at: number } | null = null;

  const engineNow = (): number => {
    if (!observed) throw new Error('no stamp before the clock of the engine was observed');
    return Math.floor(observed.engineTime + (monotonic() - observed.at));
  };

  return {
    reset(lastStamp) {
      last = lastStamp;
      observed = null;
    },
    observe(engineTime) {
      observed = { engineTime, at: monotonic() };
    },
    get isKnown() {
      return observed !== null;
    },
    get last() {
      return last;
    },
    next() {
      last = Math.max(last, engineNow());
      return last;
    },
    above() {
      last = Math.max(last + 1, engineNow());
      return last;
    },
    raiseTo(stamp) {
      last = Math.max(last, stamp);
    },
  };
}
