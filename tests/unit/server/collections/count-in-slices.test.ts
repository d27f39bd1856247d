import { countInSlices, planSpan } from '../../../../server/src/collections/count-in-slices';
import type { RowRange } from '../../../../server/src/collections/entry-source';
import { virtualClock } from '../fixtures/clock';

/** A table that takes its time for each row it looks at; `slices` says what was counted by one statement. */
function tableOf(ids: readonly number[], { perRow }: { perRow: number }) {
  const clock = virtualClock();
  const slices: { rows: number; took: number }[] = [];
  const pauses: number[] = [];
  const countWithin = ({ after, until }: RowRange) => {
    const rows = ids.filter((id) => id > after && id <= (until ?? Infinity)).length;
    slices.push({ rows, took: rows * perRow });
    clock.advance(rows * perRow);
    return Promise.resolve(rows);
  };
  const pause = (milliseconds: number) => {
    pauses.push(milliseconds);
    return Promise.resolve();
  };
  const count = () => countInSlices(ids.at(-1) ?? 0, countWithin, { monotonic: clock.monotonic, pause });
  return { count, slices, pauses };
}

const idsUpTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

it('counts a small table by one statement, without a pause', async () => {
  const { count, slices, pauses } = tableOf(idsUpTo(10_000), { perRow: 0.001 });
  expect(await count()).toBe(10_000);
  expect(slices).toHaveLength(1);
  expect(pauses).toEqual([]);
});

it('asks an empty table too: a filter that cannot be read must show', async () => {
  const { count, slices } = tableOf([], { perRow: 1 });
  expect(await count()).toBe(0);
  expect(slices).toHaveLength(1);
});

it('counts each row once', async () => {
  expect(await tableOf(idsUpTo(123_457), { perRow: 0.001 }).count()).toBe(123_457);
});

it('needs few statements where most ids are no longer in use', async () => {
  const { count, slices } = tableOf([5, 20_000, 999_999_999], { perRow: 0.001 });
  expect(await count()).toBe(3);
  expect(slices.length).toBeLessThan(20);
});

it('comes to short statements on a slow database, and leaves others as much time between them', async () => {
  const { count, slices, pauses } = tableOf(idsUpTo(60_000), { perRow: 0.008 });
  expect(await count()).toBe(60_000);
  expect(Math.max(...slices.slice(4).map(({ took }) => took))).toBeLessThanOrEqual(10);
  expect(pauses.map(Math.round)).toEqual(slices.slice(0, -1).map(({ took }) => Math.round(took)));
});

it('fails where a slice cannot be counted', async () => {
  const failing = () => Promise.reject(new Error('no such column'));
  const clock = { monotonic: () => 0, pause: () => Promise.resolve() };
  await expect(countInSlices(5, failing, clock)).rejects.toThrow('no such column');
});

describe('the span of the next slice', () => {
  it.each([
    ['twice as much after a short one', 10_000, 4.9, 20_000],
    ['the same after one that took about as long as it may', 10_000, 5, 10_000],
    ['the same after one that took as long as it may', 10_000, 10, 10_000],
    ['half after a long one', 10_000, 10.1, 5000],
    ['no fewer than a thousand', 1500, 50, 1000],
  ])('is %s', (_, span, took, expected) => {
    expect(planSpan(span, took)).toBe(expected);
  });
});
