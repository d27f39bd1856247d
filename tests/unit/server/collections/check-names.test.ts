import { misnomers } from '../../../../server/src/collections/check-names';

const isKnown = (name: string) => ['title', 'city'].includes(name);

describe('names', () => {
  it.each<[named: unknown]>([
    [undefined],
    [null],
    [true],
    ['title'],
    ['title, city'],
    [[]],
    [['title', 'title,city']],
    [{ title: true, city: { populate: 'elsewhere' } }],
  ])('are known in %j', (named) => {
    expect(misnomers(named, isKnown)).toEqual([]);
  });

  it.each<[named: unknown, path: string[], given: unknown]>([
    ['titel', [], 'titel'],
    ['title,titel', [], 'title,titel'],
    [['city', 'titel'], ['1'], 'titel'],
    [{ city: true, titel: { populate: '*' } }, ['titel'], { populate: '*' }],
  ])('are not all known in %j: at %j stands %j', (named, path, given) => {
    expect(misnomers(named, isKnown)).toEqual([{ path, given }]);
  });
});
