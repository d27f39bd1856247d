import type { RowRange } from './entry-source';

/** Row ids of the first slice. */
const FIRST_SPAN = 10_000;
const LEAST_SPAN = 1000;
/** Milliseconds that a slice may take. */
const LONG = 10;

/**
 * How many row ids the next slice spans: as many as are counted within {@link LONG}. So it does not matter how fast the
 * database is, nor how many ids are no longer in use.
 * @param span - of the last slice
 * @param took - milliseconds, the last slice
 */
export function planSpan(span: number, took: number): number {
  if (took > LONG) return Math.max(LEAST_SPAN, Math.round(span / 2));
  return took < LONG / 2 ? span * 2 : span;
}

/**
 * Counts rows by short statements with as much time between them for others: better-sqlite3 holds up the whole process
 * while it runs one, which is a second for a million rows. Rows that come and go meanwhile may be counted or not.
 * @param last - the highest row id there is
 * @throws what counting throws
 */
export async function countInSlices(
  last: number,
  countWithin: (range: RowRange) => Promise<number>,
  clock: { monotonic: () => number; pause: (milliseconds: number) => Promise<unknown> },
): Promise<number> {
  let count = 0;
  let after = 0;
  for (let span = FIRST_SPAN; ;) {
    const until = Math.min(last, after + span);
    const begun = clock.monotonic();
    count += await countWithin({ after, until });
    if (until >= last) return count;
    const took = clock.monotonic() - begun;
    await clock.pause(took);
    after = until;
    span = planSpan(span, took);
  }
}
