import { pageOf } from '../../../admin/src/pages/Collections/page-of';
import { aCollection } from './factories';

const collections = Array.from({ length: 45 }, (_, index) =>
  aCollection({ uid: `api::type-${index}.type-${index}`, displayName: index === 7 ? 'Événement' : `Type ${index}` }),
);
const FIRST = { page: 1, pageSize: 20 };

describe('a page of collections', () => {
  it('holds as many as fit, the last one the rest', () => {
    const { rows, pagination } = pageOf(collections, '', FIRST);
    expect(rows).toEqual(collections.slice(0, 20));
    expect(pagination).toEqual({ page: 1, pageSize: 20, pageCount: 3, total: 45 });
    expect(pageOf(collections, '', { page: 3, pageSize: 20 }).rows).toEqual(collections.slice(40));
  });

  it('beyond the end holds nothing, and tells how many there are', () => {
    expect(pageOf(collections, '', { page: 9, pageSize: 20 })).toEqual({
      rows: [],
      pagination: { page: 9, pageSize: 20, pageCount: 3, total: 45 },
    });
  });

  it.each(['evenement', 'ÉVÉN', '  événement ', 'api::type-7.'])(
    'is found by %p without regard to case and accents',
    (search) => {
      expect(pageOf(collections, search, FIRST).rows.map((row) => row.displayName)).toEqual(['Événement']);
    },
  );

  it('is empty when nothing matches', () => {
    expect(pageOf(collections, 'nothing', FIRST)).toEqual({
      rows: [],
      pagination: { page: 1, pageSize: 20, pageCount: 0, total: 0 },
    });
  });
});
