import { toRow } from '../../../bench/row';
import { median, percentile } from '../../../bench/statistics';

describe('a percentile', () => {
  it.each<[values: number[], share: number, expected: number]>([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2],
    [[5], 0.99, 5],
    [Array.from({ length: 100 }, (_, number) => number + 1), 0.99, 99],
    [Array.from({ length: 100 }, (_, number) => number + 1), 1, 100],
    [[2, 1], 0, 1],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });

  it('cannot be had of nothing', () => {
    expect(() => median([])).toThrow(/no values/);
  });
});

describe('a row of the bench', () => {
  it('has the median of the ratios of each round, and how far they lie apart', () => {
    const pairs = [
      { figure: 10, reference: 10 },
      { figure: 30, reference: 20 },
      { figure: 24, reference: 20 },
    ];
    expect(toRow('saves', 'ms', pairs, 1.1)).toEqual({
      name: 'saves',
      unit: 'ms',
      ratio: 1.2,
      limit: 1.1,
      figure: 24,
      reference: 20,
      rounds: 3,
      spread: 0.5,
    });
  });

  it('may have a limit that depends on the reference', () => {
    const pairs = [{ figure: 100, reference: 100 }];
    expect(toRow('searchable', 'ms', pairs, (reference) => 1.5 * reference + 50)).toMatchObject({ limit: 2 });
  });

  it('may be without any limit', () => {
    expect(toRow('incumbent', 'ms', [{ figure: 2, reference: 1 }], null)).toMatchObject({ ratio: 2, limit: null });
  });
});
