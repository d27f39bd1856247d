/** Milliseconds: nobody sees them, and what an editor's one click writes in several transactions is read together. */
const OF_ONE = 40;
/** Milliseconds: who saves one entry after the other shares the process with each drain, and a few larger ones take less of it. */
const OF_SEVERAL = 350;

/**
 * For how long what is committed is gathered before it is read, in milliseconds.
 * @param documents - that were found written when it was looked last
 */
export function gatheringAfter(documents: number): number {
  return documents > 1 ? OF_SEVERAL : OF_ONE;
}
