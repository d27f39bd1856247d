import { pageOf } from '../../../admin/src/pages/Collections/page-of';
import { aCollection } from './factories';

const collections = Array.from({ length: 45 }, (_, index) =>
  aCollection({ uid: `api::type-${index}.type-${index}`, displayName: index === 7 ? 'Événement' : `Type ${index}` }),
);
const names = (request: Parameters<typeof pageOf>[1]) =>
  pageOf(collections, request).rows.map((row) => row.displayName);

describe('a page of collections', () => {
  it('holds as many as fit, the last one the rest', () => {
    expect(pageOf(collections, { search: '', page: 1, pageSize: 20 })).toMatchObject({
      page: 1,
      pageCount: 3,
      total: 45,
    });
    expect(names({ search: '', page: 3, pageSize: 20 })).toEqual([
      'Type 40',
      'Type 41',
      'Type 42',
      'Type 43',
      'Type 44',
    ]);
  });

  it.each([
    [99, 3],
    [0, 1],
    [-4, 1],
  ])('that does not exist (%p) is the nearest that does', (page, shown) => {
    expect(pageOf(collections, { search: '', page, pageSize: 20 }).page).toBe(shown);
  });

  it.each(['evenement', 'ÉVÉN', '  événement ', 'api::type-7.'])(
    'is found by %p without regard to case and accents',
    (search) => {
      expect(names({ search, page: 1, pageSize: 20 })).toEqual(['Événement']);
    },
  );

  it('is empty, and still page 1 of 1, when nothing matches', () => {
    expect(pageOf(collections, { search: 'nothing', page: 2, pageSize: 20 })).toEqual({
      rows: [],
      page: 1,
      pageCount: 1,
      total: 0,
    });
  });
});
