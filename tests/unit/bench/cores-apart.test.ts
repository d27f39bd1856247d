import { coresIn, halve } from '../../../bench/engine/cores-apart';

describe('the cores of a machine', () => {
  it.each<[list: string, cores: number[]]>([
    ['0,1', [0, 1]],
    ['0-3', [0, 1, 2, 3]],
    ['2-3,6', [2, 3, 6]],
    ['5', [5]],
  ])('are read from %s', (list, cores) => {
    expect(coresIn(list)).toEqual(cores);
  });

  it.each<[cores: number[], engine: number[], others: number[]]>([
    [[0, 1], [0], [1]],
    [[2, 3, 6], [2], [3, 6]],
    [
      [4, 5, 6, 7],
      [4, 5],
      [6, 7],
    ],
  ])('%j are parted', (cores, engine, others) => {
    expect(halve(cores)).toEqual([engine, others]);
  });

  it('cannot be parted where there is one', () => {
    expect(() => halve([3])).toThrow(/core of its own/);
  });
});
