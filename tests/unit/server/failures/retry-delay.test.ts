import fc from 'fast-check';

import { retryDelay } from '../../../../server/src/failures/retry-delay';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a failing document', () => {
  it.each<[attempts: number, delay: number]>([
    [1, MINUTE],
    [2, 2 * MINUTE],
    [3, 4 * MINUTE],
    [9, 256 * MINUTE],
    [10, 6 * HOUR],
    [11, 6 * HOUR],
    [5000, 6 * HOUR],
  ])('is left alone after attempt %i for %i ms', (attempts, delay) => {
    expect(retryDelay(attempts)).toBe(delay);
  });

  it('is never tried earlier than after the attempt before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (attempts) => {
        expect(retryDelay(attempts + 1)).toBeGreaterThanOrEqual(retryDelay(attempts));
      }),
    );
  });
});
