import { useQueryParams } from '@strapi/strapi/admin';
import { type ReactNode, useEffect } from 'react';
import { type Paged } from '../api/client';
import { Loading } from './Loading';
import { type PageQuery } from './page-query';
import { pageView } from './page-view';
import { PageLinks } from './PageLinks';

interface ListPageProps<T> {
  page: Paged<T>;
  /** Stands where the rows would, when the list has none. */
  empty: ReactNode;
  children: (rows: T[]) => ReactNode;
}

/** The page of a list that the address names, and links to the others; where the list ends before it, its last page. */
export function ListPage<T>({ page, empty, children }: ListPageProps<T>) {
  const { rows, pagination } = page;
  switch (pageView(page)) {
    case 'empty':
      return empty;
    case 'beyond':
      return <LastPage pageCount={pagination.pageCount} />;
    case 'rows':
      return (
        <div>
          {children(rows)}
          <PageLinks pagination={pagination} />
        </div>
      );
  }
}

/** Goes to the last page instead: the way back in the browser does not lead here again. */
function LastPage({ pageCount }: { pageCount: number }) {
  const [, setQuery] = useQueryParams<PageQuery>();
  useEffect(() => setQuery({ page: String(pageCount) }, 'push', true), [pageCount, setQuery]);
  return <Loading />;
}
