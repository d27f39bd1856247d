import type { CheckDepth, Drift } from '../../../../server/src/contract';
import {
  driftAfter,
  type Found,
  listLimit,
  reasonToLeave,
  repairLimit,
} from '../../../../server/src/runs/guard-repair';

const found = (counts: Partial<Found> = {}): Found => ({ missing: 0, stale: 0, orphaned: 0, ...counts });

describe('how much is repaired without a person', () => {
  it.each<[sentence: string, total: number, abortAbove: number | undefined, limit: number]>([
    ['a thousand of a small collection', 10, undefined, 1000],
    ['a fifth of a large one', 100_000, undefined, 20_000],
    ['as much as is configured', 100_000, 5, 5],
    ['nothing, where that is configured', 100_000, 0, 0],
  ])('%s', (_, total, abortAbove, limit) => {
    expect(repairLimit(total, abortAbove)).toBe(limit);
  });

  it('is everything up to the limit', () => {
    expect(reasonToLeave(found({ missing: 2, stale: 2, orphaned: 1 }), 5)).toBeNull();
  });

  it('is nothing above it, and a person is told what to do', () => {
    expect(reasonToLeave(found({ missing: 2, stale: 2, orphaned: 2 }), 5)).toMatch(
      /^6 differences are more than the 5 .*check\.abortAbove.*Repair/,
    );
  });

  it('is always listed', () => {
    expect(listLimit(1000)).toBe(10_000);
    expect(listLimit(20_000)).toBe(20_000);
  });
});

describe('the drift that is known after a check', () => {
  const of = { at: '2026-05-04T10:00:00.000Z', checkId: 7 };
  const before = (counts: Partial<Found>): Drift => ({ ...found(counts), at: '2026-05-01T10:00:00.000Z', checkId: 3 });

  it.each<[sentence: string, depth: CheckDepth, earlier: Drift | null, now: Found, known: Drift]>([
    ['is what it has found', 'full', before({ missing: 9 }), found({ stale: 1 }), { ...found({ stale: 1 }), ...of }],
    ['is nothing where it has found nothing', 'full', before({ stale: 9 }), found(), { ...found(), ...of }],
    ['is what a quick one has found too', 'quick', null, found({ missing: 1 }), { ...found({ missing: 1 }), ...of }],
    [
      'is cleared by a quick one where it saw what was wrong',
      'quick',
      before({ missing: 1 }),
      found(),
      { ...found(), ...of },
    ],
    ['keeps stale versions that a quick one cannot see', 'quick', before({ stale: 2 }), found(), before({ stale: 2 })],
  ])('%s', (_, depth, earlier, now, known) => {
    expect(driftAfter({ depth, undecided: 0 }, earlier, now, of)).toEqual(known);
  });

  it.each<[sentence: string, earlier: Drift | null, now: Found, known: Drift | null]>([
    ['stays what it was where it found nothing else', before({ missing: 1 }), found(), before({ missing: 1 })],
    ['stays unknown where nothing was known', null, found(), null],
    ['is what it has found', before({ missing: 9 }), found({ stale: 1 }), { ...found({ stale: 1 }), ...of }],
  ])('that could not decide on some documents %s', (_, earlier, now, known) => {
    expect(driftAfter({ depth: 'full', undecided: 2 }, earlier, now, of)).toEqual(known);
  });
});
