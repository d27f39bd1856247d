import { pageView } from '../../../admin/src/components/page-view';

const page = (rows: unknown[], total: number) => ({
  rows,
  pagination: { page: 3, pageSize: 20, pageCount: Math.ceil(total / 20), total },
});

describe('a page of a list', () => {
  it.each([
    ['shows its rows', page(['anything'], 41), 'rows'],
    ['says that the list is empty', page([], 0), 'empty'],
    ['does not say so where the list has merely become too short for it', page([], 40), 'beyond'],
  ])('%s', (_, shown, view) => {
    expect(pageView(shown)).toBe(view);
  });
});
