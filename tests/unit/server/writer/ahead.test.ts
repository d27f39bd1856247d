import fc from 'fast-check';

import { createAhead } from '../../../../server/src/writer/ahead';

const MEGABYTE = 1_000_000;
const BOUNDS = { calm: 8, edited: 2, bytes: 64 * MEGABYTE };

function begin(bounds = BOUNDS) {
  let now = 0;
  const ahead = createAhead(bounds, () => now);
  return { ...ahead, wait: (milliseconds: number) => (now += milliseconds) };
}

describe('what may be enqueued ahead of the engine', () => {
  it('is four megabytes while nobody knows how fast the engine is', () => {
    expect(begin().allowance()).toBe(4 * MEGABYTE);
  });

  it('is no more than the bound even then', () => {
    expect(begin({ ...BOUNDS, bytes: MEGABYTE }).allowance()).toBe(MEGABYTE);
  });

  it('is what the engine does within the seconds allowed', () => {
    const ahead = begin();
    ahead.observe(3 * MEGABYTE, 1500);
    expect(ahead.allowance()).toBe(16 * MEGABYTE);
    const slow = begin();
    slow.observe(MEGABYTE, 10_000);
    expect(slow.allowance()).toBe(0.8 * MEGABYTE);
  });

  it('is less for half a minute after a save, so that the next one need not wait long', () => {
    const ahead = begin();
    ahead.observe(MEGABYTE, 1000);
    ahead.noteEdit();
    expect(ahead.allowance()).toBe(2 * MEGABYTE);
    ahead.wait(20_000);
    ahead.noteEdit();
    ahead.wait(29_999);
    expect(ahead.allowance()).toBe(2 * MEGABYTE);
    ahead.wait(1);
    expect(ahead.allowance()).toBe(8 * MEGABYTE);
  });

  it('is bounded in bytes however fast the engine is', () => {
    const ahead = begin();
    ahead.observe(900 * MEGABYTE, 1000);
    expect(ahead.allowance()).toBe(64 * MEGABYTE);
  });

  it.each<[sentence: string, bytes: number, milliseconds: number, perSecond: number]>([
    ['takes a part of the way to a new speed at once', 2 * MEGABYTE, 1000, 2.7 / 1.7],
    ['learns more from a large batch', 20 * MEGABYTE, 10_000, 20.7 / 10.7],
    ['learns little from a small one', 0.5 * MEGABYTE, 250, 1.2 / 0.95],
  ])('%s', (_, bytes, milliseconds, perSecond) => {
    const ahead = begin();
    ahead.observe(MEGABYTE, 1000);
    ahead.observe(bytes, milliseconds);
    expect(ahead.allowance()).toBeCloseTo(8 * perSecond * MEGABYTE);
  });

  it.each<[sentence: string, bytes: number, milliseconds: number]>([
    ['a task without documents', 0, 500],
    ['a single save, of which the engine makes a batch', 2_000, 200],
    ['no time at all', MEGABYTE, 0],
    ['a clock that was put back', MEGABYTE, -5],
  ])('learns nothing from %s', (_, bytes, milliseconds) => {
    const ahead = begin();
    ahead.observe(MEGABYTE, 1000);
    ahead.observe(bytes, milliseconds);
    expect(ahead.allowance()).toBe(8 * MEGABYTE);
  });

  describe('with what is unfinished', () => {
    /** An engine that does a megabyte a second: eight may be ahead of it. */
    const known = () => {
      const ahead = begin();
      ahead.observe(MEGABYTE, 1000);
      return ahead;
    };

    it.each<[sentence: string, unfinished: [queued: number, begun: number, since: number], hasRoom: boolean]>([
      ['room for more below the allowance', [7.9, 0, 0], true],
      ['none at the allowance', [8, 0, 0], false],
      ['none while what waits is as much, however long the engine is at something else', [8, 1, 60], false],
      ['none where the engine has just begun', [0, 8, 0], false],
      ['room for what it has done meanwhile', [2.9, 8, 3], true],
      ['none for more than that', [3, 8, 3], false],
      ['no more than all, where it takes longer than expected', [8, 1, 5], false],
    ])('there is %s', (_, [queued, begun, since], hasRoom) => {
      const unfinished = { queued: queued * MEGABYTE, begun: begun * MEGABYTE, since: since * 1000 };
      expect(known().hasRoom(unfinished)).toBe(hasRoom);
    });

    it('nothing counts as done while somebody saves: what is put behind a save makes it wait for longer', () => {
      const ahead = known();
      ahead.noteEdit();
      expect(ahead.hasRoom({ queued: 0, begun: 2 * MEGABYTE, since: 60_000 })).toBe(false);
      expect(ahead.hasRoom({ queued: 0, begun: 1.9 * MEGABYTE, since: 60_000 })).toBe(true);
    });

    it('nothing counts as done while nobody knows how fast the engine is', () => {
      const ahead = begin();
      expect(ahead.hasRoom({ queued: 0, begun: 4 * MEGABYTE - 1, since: 60_000 })).toBe(true);
      expect(ahead.hasRoom({ queued: 0, begun: 4 * MEGABYTE, since: 60_000 })).toBe(false);
    });

    it('the bound in bytes counts all of it, as the disk does', () => {
      const ahead = begin();
      ahead.observe(900 * MEGABYTE, 1000);
      expect(ahead.hasRoom({ queued: MEGABYTE, begun: 62 * MEGABYTE, since: 10_000 })).toBe(true);
      expect(ahead.hasRoom({ queued: 2 * MEGABYTE, begun: 62 * MEGABYTE, since: 10_000 })).toBe(false);
    });
  });

  const observation = fc.record({
    bytes: fc.integer({ min: MEGABYTE / 2, max: 50 * MEGABYTE }),
    milliseconds: fc.integer({ min: 1, max: 60_000 }),
  });

  it('lies between the slowest and the fastest seen, and within the bound', () => {
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1 }), (observations) => {
        const ahead = begin();
        for (const { bytes, milliseconds } of observations) ahead.observe(bytes, milliseconds);
        const seen = observations.map(({ bytes, milliseconds }) => (bytes / milliseconds) * 1000 * BOUNDS.calm);
        const bounded = (bytes: number) => Math.min(BOUNDS.bytes, bytes);
        expect(ahead.allowance()).toBeGreaterThanOrEqual(bounded(Math.min(...seen)) * 0.999);
        expect(ahead.allowance()).toBeLessThanOrEqual(bounded(Math.max(...seen)) * 1.001);
      }),
    );
  });

  it('comes close to a speed that lasts, whatever was before', () => {
    fc.assert(
      fc.property(fc.array(observation), (before) => {
        const ahead = begin();
        for (const { bytes, milliseconds } of before) ahead.observe(bytes, milliseconds);
        for (let times = 0; times < 60; times += 1) ahead.observe(2 * MEGABYTE, 1000);
        expect(ahead.allowance() / (16 * MEGABYTE)).toBeCloseTo(1, 2);
      }),
    );
  });
});
