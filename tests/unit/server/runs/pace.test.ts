import fc from 'fast-check';

import { createPaceMeter } from '../../../../server/src/runs/pace';
import { virtualClock } from '../fixtures/clock';

const UNKNOWN = { rate: null, secondsLeft: null };

/** A meter that was told how many were done, each after so many milliseconds more. */
function measured(...observations: [after: number, done: number][]) {
  const clock = virtualClock();
  const meter = createPaceMeter(clock.monotonic);
  for (const [after, done] of observations) {
    clock.advance(after);
    meter.observe(done);
  }
  return meter;
}

describe('the pace of a run', () => {
  it.each<[sentence: string, observations: [number, number][]]>([
    ['before anything was observed', []],
    ['after one look', [[0, 0]]],
    [
      'after two looks in the same moment',
      [
        [0, 0],
        [0, 50],
      ],
    ],
    [
      'while nothing is done',
      [
        [0, 0],
        [2000, 0],
      ],
    ],
    [
      'since it stands still',
      [
        [0, 0],
        [1000, 500],
        [10_000, 500],
        [10_000, 500],
      ],
    ],
    [
      'since it began anew',
      [
        [0, 500],
        [1000, 0],
      ],
    ],
  ])('is unknown %s', (_, observations) => {
    expect(measured(...observations).pace(1000)).toEqual(UNKNOWN);
  });

  it('is what was done in the seconds since, and tells how long the rest will take', () => {
    expect(measured([0, 0], [1000, 200], [1000, 400]).pace(1000)).toEqual({ rate: 200, secondsLeft: 3 });
  });

  it('does not count what was done before a run was resumed', () => {
    expect(measured([0, 5000], [2000, 5100]).pace(5200)).toEqual({ rate: 50, secondsLeft: 2 });
  });

  it('tells no time left where the total is unknown', () => {
    expect(measured([0, 0], [1000, 200]).pace(null)).toEqual({ rate: 200, secondsLeft: null });
  });

  it.each([200, 150])('leaves no time once all %i are done', (total) => {
    expect(measured([0, 0], [1000, 200]).pace(total).secondsLeft).toBe(0);
  });

  it('rounds the time left up', () => {
    expect(measured([0, 0], [1000, 100]).pace(201)).toEqual({ rate: 100, secondsLeft: 2 });
  });

  it('keeps the start in view while it is not older than ten seconds', () => {
    expect(measured([0, 0], [4000, 1000], [5999, 1000]).pace(null).rate).toBe(100);
    expect(measured([0, 0], [1000, 1000], [9000, 1000]).pace(null).rate).toBe(100);
  });

  it('forgets what is older than ten seconds, so that a change shows', () => {
    const fast = Array.from({ length: 20 }, (_, second): [number, number] => [1000, (second + 1) * 1000]);
    const slow = Array.from({ length: 12 }, (_, second): [number, number] => [1000, 20_000 + (second + 1) * 10]);
    expect(measured(...fast).pace(null).rate).toBe(1000);
    expect(measured(...fast, ...slow).pace(null).rate).toBe(10);
  });

  it('is measured even if looks are further apart than ten seconds', () => {
    expect(measured([0, 0], [30_000, 3000], [60_000, 9000]).pace(10_000)).toEqual({ rate: 100, secondsLeft: 10 });
  });

  it('is exact at a constant speed, however irregular the looks', () => {
    const waits = fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(waits, fc.integer({ min: 1, max: 20 }), (after, perMillisecond) => {
        const clock = virtualClock();
        const meter = createPaceMeter(clock.monotonic);
        meter.observe(0);
        for (const wait of after) {
          clock.advance(wait);
          meter.observe(clock.monotonic() * perMillisecond);
        }
        const total = (clock.monotonic() + 4500) * perMillisecond;
        expect(meter.pace(total)).toEqual({ rate: perMillisecond * 1000, secondsLeft: 5 });
      }),
    );
  });
});
