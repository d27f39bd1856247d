import fc from 'fast-check';

import { createBackoff } from '../../../../server/src/writer/backoff';

const BOUNDS = { first: 500, longest: 30_000 };
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** The pauses of so many attempts in a row. */
function pauses(count: number, random: () => number): number[] {
  const backoff = createBackoff(BOUNDS, random);
  return Array.from({ length: count }, () => backoff.next());
}

describe('pauses between attempts', () => {
  it.each<[sentence: string, random: number, expected: number[]]>([
    ['at the shortest are half of the ceiling', 0, [250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000]],
    ['at the longest are the ceiling', 1, [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]],
    ['are spread evenly between', 0.5, [375, 750, 1500, 3000, 6000, 12_000, 22_500, 22_500]],
  ])('%s', (_, random, expected) => {
    expect(pauses(8, () => random)).toEqual(expected);
  });

  it('begin anew after a success', () => {
    const backoff = createBackoff(BOUNDS, () => 1);
    expect([backoff.next(), backoff.next(), backoff.next()]).toEqual([500, 1000, 2000]);
    backoff.reset();
    expect([backoff.next(), backoff.next()]).toEqual([500, 1000]);
  });

  it('stay at the longest for ever', () => {
    expect(pauses(2000, () => 1).slice(6)).toEqual(Array.from({ length: 1994 }, () => 30_000));
  });

  it('are drawn at random where nothing else is said', () => {
    const drawn = Array.from({ length: 100 }, () => createBackoff(BOUNDS).next());
    expect(new Set(drawn).size).toBeGreaterThan(1);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(250);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(500);
  });

  it('lie within their bounds, and grow until they reach the longest, whatever the dice say', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 60 }), (dice) => {
        let thrown = 0;
        const drawn = pauses(dice.length, () => dice[thrown++]!);
        for (const [attempt, pause] of drawn.entries()) {
          const ceiling = Math.min(BOUNDS.longest, BOUNDS.first * 2 ** attempt);
          expect(pause).toBeGreaterThanOrEqual(ceiling / 2);
          expect(pause).toBeLessThanOrEqual(ceiling);
          // Below the longest, the shortest pause is as long as the longest one before.
          if (ceiling < BOUNDS.longest) expect(pause).toBeGreaterThanOrEqual(drawn[attempt - 1] ?? 0);
        }
      }),
    );
  });
});
