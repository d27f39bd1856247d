import fc from 'fast-check';

import { createAhead } from '../../../../server/src/writer/ahead';

const MEGABYTE = 1_000_000;
const BOUNDS = { seconds: 2, bytes: 64 * MEGABYTE };

describe('what may be enqueued ahead of the engine', () => {
  it('is four megabytes while nobody knows how fast the engine is', () => {
    expect(createAhead(BOUNDS).allowance()).toBe(4 * MEGABYTE);
  });

  it('is no more than the bound even then', () => {
    expect(createAhead({ seconds: 2, bytes: MEGABYTE }).allowance()).toBe(MEGABYTE);
  });

  it('is what the engine does within the seconds allowed', () => {
    const ahead = createAhead(BOUNDS);
    ahead.observe(3 * MEGABYTE, 1500);
    expect(ahead.allowance()).toBe(4 * MEGABYTE);
    const slow = createAhead(BOUNDS);
    slow.observe(MEGABYTE, 10_000);
    expect(slow.allowance()).toBe(0.2 * MEGABYTE);
  });

  it('is bounded in bytes however fast the engine is', () => {
    const ahead = createAhead(BOUNDS);
    ahead.observe(900 * MEGABYTE, 1000);
    expect(ahead.allowance()).toBe(64 * MEGABYTE);
  });

  it('takes a part of the way to a new speed at once', () => {
    const ahead = createAhead(BOUNDS);
    ahead.observe(MEGABYTE, 1000);
    ahead.observe(2 * MEGABYTE, 1000);
    expect(ahead.allowance()).toBeCloseTo(2.6 * MEGABYTE);
  });

  it.each<[sentence: string, bytes: number, milliseconds: number]>([
    ['a task without documents', 0, 500],
    ['no time at all', MEGABYTE, 0],
    ['a clock that was put back', MEGABYTE, -5],
  ])('learns nothing from %s', (_, bytes, milliseconds) => {
    const ahead = createAhead(BOUNDS);
    ahead.observe(MEGABYTE, 1000);
    ahead.observe(bytes, milliseconds);
    expect(ahead.allowance()).toBe(2 * MEGABYTE);
  });

  const observation = fc.record({
    bytes: fc.integer({ min: 1, max: 50 * MEGABYTE }),
    milliseconds: fc.integer({ min: 1, max: 60_000 }),
  });

  it('lies between the slowest and the fastest seen, and within the bound', () => {
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1 }), (observations) => {
        const ahead = createAhead(BOUNDS);
        for (const { bytes, milliseconds } of observations) ahead.observe(bytes, milliseconds);
        const seen = observations.map(({ bytes, milliseconds }) => (bytes / milliseconds) * 1000 * BOUNDS.seconds);
        const bounded = (bytes: number) => Math.min(BOUNDS.bytes, bytes);
        expect(ahead.allowance()).toBeGreaterThanOrEqual(bounded(Math.min(...seen)) * 0.999);
        expect(ahead.allowance()).toBeLessThanOrEqual(bounded(Math.max(...seen)) * 1.001);
      }),
    );
  });

  it('comes close to a speed that lasts, whatever was before', () => {
    fc.assert(
      fc.property(fc.array(observation), (before) => {
        const ahead = createAhead(BOUNDS);
        for (const { bytes, milliseconds } of before) ahead.observe(bytes, milliseconds);
        for (let times = 0; times < 60; times += 1) ahead.observe(2 * MEGABYTE, 1000);
        expect(ahead.allowance() / (4 * MEGABYTE)).toBeCloseTo(1, 2);
      }),
    );
  });
});
