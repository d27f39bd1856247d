import fc from 'fast-check';

import { filterPaths } from '../../../../server/src/dependencies/filter-paths';

describe('the paths of filters', () => {
  it.each<[filters: unknown, paths: string[]]>([
    [null, []],
    [undefined, []],
    ['Lyon', []],
    [{}, []],
    [{ city: 7 }, ['city']],
    [{ title: { $contains: 'stage' } }, ['title']],
    [{ city: { name: 'Lyon' } }, ['city', 'city.name']],
    [{ city: { name: { $in: ['Lyon', 'Paris'] } } }, ['city', 'city.name']],
    [{ city: { country: { code: { $eq: 'fr' } } } }, ['city', 'city.country', 'city.country.code']],
    [{ city: { $null: true } }, ['city']],
    [{ $or: [{ city: { name: 'Lyon' } }, { remote: true }] }, ['city', 'city.name', 'remote']],
    [{ $not: { city: { name: 'Lyon' } } }, ['city', 'city.name']],
    [
      { city: { $or: [{ name: 'Lyon' }, { country: { code: 'be' } }] } },
      ['city', 'city.name', 'city.country', 'city.country.code'],
    ],
    [
      [{ city: { name: 'Lyon' } }, { remote: true }],
      ['city', 'city.name', 'remote'],
    ],
    [{ date: { $gt: new Date(0) } }, ['date']],
  ])('%j are %j', (filters, paths) => {
    expect(filterPaths(filters)).toEqual(paths);
  });

  it('are the same within any number of groups', () => {
    const groups = fc.array(fc.constantFrom('$and', '$or', '$not'));
    fc.assert(
      fc.property(groups, (names) => {
        const filters = { city: { country: { code: 'fr' } }, remote: true };
        const grouped = names.reduce<object>(
          (inner, name) => (name === '$not' ? { $not: inner } : { [name]: [inner] }),
          filters,
        );
        expect(filterPaths(grouped)).toEqual(filterPaths(filters));
      }),
    );
  });

  it('lead from the top: what a path leads through is a path too', () => {
    const name = fc.constantFrom('city', 'country', 'company');
    const { filters } = fc.letrec<{ filters: unknown }>((tie) => ({
      filters: fc.dictionary(name, fc.oneof({ maxDepth: 4 }, fc.constantFrom('x', null, { $eq: 1 }), tie('filters'))),
    }));
    fc.assert(
      fc.property(filters, (value) => {
        const paths = filterPaths(value);
        for (const path of paths) {
          const above = path.split('.').slice(0, -1);
          if (above.length > 0) expect(paths).toContain(above.join('.'));
        }
      }),
    );
  });
});
