import type { CheckDepth, Drift } from '../../../../server/src/contract';
import {
  driftAfter,
  driftAfterRepair,
  type Found,
  listLimit,
  reasonToLeave,
  repairLimit,
  unlistedOf,
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
    expect(
      reasonToLeave(found({ missing: 2, stale: 2, orphaned: 1 }), { limit: 5, isUpdateHeldBack: false }),
    ).toBeNull();
  });

  it('is nothing above it, and a person is told what to do', () => {
    const reason = reasonToLeave(found({ missing: 2, stale: 2, orphaned: 2 }), { limit: 5, isUpdateHeldBack: false });
    expect(reason).toMatch(/^6 differences are more than the 5 .*check\.abortAbove.*Repair/);
  });

  it('is no orphan while a person is asked what an update may remove', () => {
    const bounds = { limit: 1000, isUpdateHeldBack: true };
    expect(reasonToLeave(found({ orphaned: 150 }), bounds)).toMatch(/confirm or cancel/);
    expect(reasonToLeave(found({ missing: 150 }), bounds)).toBeNull();
  });

  it('is always listed', () => {
    expect(listLimit(1000)).toBe(10_000);
    expect(listLimit(20_000)).toBe(20_000);
  });
});

describe('what a check has found beyond what it lists', () => {
  it('is counted where there is any', () => {
    expect(unlistedOf(found({ missing: 9, stale: 3 }), 12)).toEqual({});
    expect(unlistedOf(found({ missing: 9, stale: 3 }), 10)).toEqual({ unlisted: 2 });
  });

  it('is for an update alone to mend, and a person is told so', () => {
    const bounds = { limit: 1000, isUpdateHeldBack: false };
    expect(reasonToLeave(found({ missing: 10_000 }), bounds)).toMatch(/Then press Repair, or Update\.$/);
    expect(reasonToLeave(found({ missing: 10_001 }), bounds)).toMatch(/Then press Update\.$/);
  });
});

describe('the drift that is known after a check', () => {
  const of = { at: '2026-05-04T10:00:00.000Z', checkId: 7 };
  const before = (counts: Partial<Found>): Drift => ({ ...found(counts), at: '2026-05-01T10:00:00.000Z', checkId: 3 });

  it.each<[sentence: string, depth: CheckDepth, earlier: Drift | null, now: Found, known: Drift | null]>([
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
    [
      'keeps them beside what a quick one has found',
      'quick',
      before({ stale: 1500 }),
      found({ missing: 1, stale: 2 }),
      { ...found({ missing: 1, stale: 1500 }), ...of },
    ],
    ['stays unknown where a quick one has found nothing', 'quick', null, found(), null],
  ])('%s', (_, depth, earlier, now, known) => {
    expect(driftAfter({ depth, undecided: 0 }, earlier, now, of)).toEqual(known);
  });

  it.each<[sentence: string, earlier: Drift | null, now: Found, known: Drift | null]>([
    ['stays what it was where it found nothing else', before({ missing: 1 }), found(), before({ missing: 1 })],
    ['stays unknown where nothing was known', null, found(), null],
    [
      'is what was known and what it has found',
      before({ missing: 9 }),
      found({ stale: 1 }),
      { ...found({ missing: 9, stale: 1 }), ...of },
    ],
  ])('that could not decide on some documents %s', (_, earlier, now, known) => {
    expect(driftAfter({ depth: 'full', undecided: 2 }, earlier, now, of)).toEqual(known);
  });
});

describe('the drift that is known after a repair', () => {
  it.each<[sentence: string, known: Found, listed: Found, left: Found, after: Found]>([
    ['is nothing where all is mended', found({ stale: 3 }), found({ stale: 3 }), found(), found()],
    ['is what could not be mended', found({ stale: 3 }), found({ stale: 3 }), found({ stale: 1 }), found({ stale: 1 })],
    [
      'keeps what its check had not listed',
      found({ missing: 1, stale: 1500 }),
      found({ missing: 1 }),
      found(),
      found({ stale: 1500 }),
    ],
  ])('%s', (_, known, listed, left, after) => {
    expect(driftAfterRepair(known, listed, left)).toEqual(after);
  });
});
