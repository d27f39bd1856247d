/** Pages of one stint, however fast they are. */
const PAGES = 4;
/** Milliseconds of one stint: a save that comes meanwhile waits for its end. */
const LONG_ENOUGH = 300;

/**
 * How long a run keeps the writer to itself: a turn of the writer looks at the outbox, the ledger and the engine's tasks, which
 * would be a fifth of the time if it did so after each page.
 */
export interface Stint {
  /** Takes in that a page is done. Answers whether another one is due before the writer turns to live edits again. */
  goesOn(): boolean;
}

/** @param monotonic - milliseconds that never run backwards */
export function beginStint(monotonic: () => number): Stint {
  const begun = monotonic();
  let pages = 0;
  return {
    goesOn() {
      pages += 1;
      return pages < PAGES && monotonic() - begun < LONG_ENOUGH;
    },
  };
}
