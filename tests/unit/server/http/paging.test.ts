import fc from 'fast-check';
import { z } from 'zod';

import { paginationOf, pagingSchema } from '../../../../server/src/http/paging';

const schema = z.strictObject(pagingSchema);

describe('the page asked for', () => {
  it.each<[query: object, paging: object]>([
    [{}, { page: 1, pageSize: 25 }],
    [{ page: '3' }, { page: 3, pageSize: 25 }],
    [
      { page: '2', pageSize: '100' },
      { page: 2, pageSize: 100 },
    ],
    [{ pageSize: '1' }, { page: 1, pageSize: 1 }],
    [
      { page: 4, pageSize: 10 },
      { page: 4, pageSize: 10 },
    ],
  ])('by %j is %j', (query, paging) => {
    expect(schema.parse(query)).toEqual(paging);
  });

  it.each<[query: object, message: string]>([
    [{ page: '0' }, 'from 1 on'],
    [{ page: '-1' }, 'from 1 on'],
    [{ page: '' }, 'from 1 on'],
    [{ page: 'two' }, 'a whole number'],
    [{ page: '1.5' }, 'a whole number'],
    [{ page: 'Infinity' }, 'a whole number'],
    [{ page: ['1', '2'] }, 'a whole number'],
    [{ pageSize: '0' }, 'from 1 to 100'],
    [{ pageSize: '101' }, 'from 1 to 100'],
    [{ pageSize: 'all' }, 'a whole number'],
  ])('by %j is refused: %s', (query, message) => {
    const issues = schema.safeParse(query).error?.issues ?? [];
    expect(issues.map((issue) => [issue.path, issue.message])).toEqual([[Object.keys(query), message]]);
  });
});

describe('the pagination of a list', () => {
  it.each<[total: number, pageSize: number, pageCount: number]>([
    [0, 25, 0],
    [1, 25, 1],
    [25, 25, 1],
    [26, 25, 2],
    [100, 1, 100],
  ])('of %i by %i has %i pages', (total, pageSize, pageCount) => {
    expect(paginationOf({ page: 1, pageSize }, total)).toEqual({ page: 1, pageSize, pageCount, total });
  });

  it('names the page asked for even if there is none', () => {
    expect(paginationOf({ page: 9, pageSize: 25 }, 30)).toEqual({ page: 9, pageSize: 25, pageCount: 2, total: 30 });
  });

  it('has room for all, and no page that is empty', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 100 }), (total, pageSize) => {
        const { pageCount } = paginationOf({ page: 1, pageSize }, total);
        expect(pageCount * pageSize).toBeGreaterThanOrEqual(total);
        expect((pageCount - 1) * pageSize).toBeLessThan(Math.max(total, 1));
      }),
    );
  });
});
