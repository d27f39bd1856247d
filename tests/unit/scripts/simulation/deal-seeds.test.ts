import fc from 'fast-check';

import { dealSeeds } from '../../../../scripts/simulation/deal-seeds';

const sizes = (count: number, players: number) =>
  [...dealSeeds({ first: 1, count }, players)].map((hand) => hand.count);

it('deals every seed once, the lowest first', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 1, max: 16 }),
      (first, count, players) => {
        const dealt = [...dealSeeds({ first, count }, players)].flatMap((hand) =>
          Array.from({ length: hand.count }, (_, position) => hand.first + position),
        );
        expect(dealt).toEqual(Array.from({ length: count }, (_, position) => first + position));
      },
    ),
  );
});

it('deals hands of ten while there is enough for everybody', () => {
  expect(sizes(10_000, 2).slice(0, 900)).toEqual(Array(900).fill(10));
});

it('deals less and less towards the end, so that all are done at about the same time', () => {
  expect(sizes(40, 2)).toEqual([10, 8, 6, 4, 3, 3, 2, 1, 1, 1, 1]);
});

it('has something for each of many players even when there is little', () => {
  expect(sizes(4, 8)).toEqual([1, 1, 1, 1]);
});
