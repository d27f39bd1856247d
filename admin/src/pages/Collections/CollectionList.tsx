import { Flex, SearchForm, Searchbar } from '@strapi/design-system';
import { Pagination, useQueryParams } from '@strapi/strapi/admin';
import { useState } from 'react';
import { type Overview } from '../../api/overview';
import { EmptyState } from '../../components/EmptyState';
import { type AllowedActions } from '../../permissions';
import { useTranslate } from '../../translations/useTranslate';
import { CollectionTable } from './CollectionTable';
import { PAGE_SIZES, pageOf } from './page-of';

interface CollectionListProps {
  overview: Overview;
  allowed: AllowedActions;
  /** When the overview was looked up: milliseconds since the epoch. */
  now: number;
}

/** The table with what helps to find a row in it: search and pages, as soon as one page does not hold all. */
export function CollectionList({ overview: { status, collections }, allowed, now }: CollectionListProps) {
  const translate = useTranslate();
  const [{ query }] = useQueryParams<{ page?: string; pageSize?: string }>();
  const [search, setSearch] = useState('');
  const pageSize = Number(query.pageSize) || PAGE_SIZES[0];
  const { rows, pageCount, total } = pageOf(collections, { search, page: Number(query.page) || 1, pageSize });

  if (collections.length === 0) {
    return <EmptyState text={translate('collections.empty')} />;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {collections.length > PAGE_SIZES[0] ? (
        <SearchForm>
          <Searchbar
            name="search"
            value={search}
            placeholder={translate('collections.search')}
            clearLabel={translate('collections.search.clear')}
            onChange={(event) => setSearch(event.target.value)}
            onClear={() => setSearch('')}
          >
            {translate('collections.search')}
          </Searchbar>
        </SearchForm>
      ) : null}
      {total === 0 ? (
        <EmptyState text={translate('collections.noMatch', { search })} />
      ) : (
        <CollectionTable collections={rows} engine={status.engine} allowed={allowed} now={now} />
      )}
      {collections.length > PAGE_SIZES[0] ? (
        <Pagination.Root defaultPageSize={PAGE_SIZES[0]} pageCount={pageCount} total={total}>
          <Pagination.PageSize options={PAGE_SIZES.map(String)} />
          <Pagination.Links />
        </Pagination.Root>
      ) : null}
    </Flex>
  );
}
