import { type Paged } from '../api/client';

/** What a page has to show: its rows, that its list is empty, or that its list ends before it. */
export type PageView = 'rows' | 'empty' | 'beyond';

/** A list gets shorter while somebody is on its last page: that this page is empty does not mean that the list is. */
export function pageView({ rows, pagination }: Paged<unknown>): PageView {
  if (rows.length > 0) return 'rows';
  return pagination.total === 0 ? 'empty' : 'beyond';
}
