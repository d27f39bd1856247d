/** Seeds that follow each other, for one thread to live through without a word in between. */
export interface Hand {
  first: number;
  count: number;
}

/** Enough that handing over costs nothing, few enough that one hears of them several times a second. */
const LARGEST = 10;

/**
 * Deals seeds out, the lowest first. The hands grow smaller towards the end, so that nobody has much to do when there is
 * nothing left for the others.
 *
 * @param players - how many take hands in turn
 */
export function* dealSeeds({ first, count }: Hand, players: number): Generator<Hand, void, void> {
  for (let dealt = 0; dealt < count;) {
    const size = Math.min(LARGEST, Math.ceil((count - dealt) / (2 * players)));
    yield { first: first + dealt, count: size };
    dealt += size;
  }
}
