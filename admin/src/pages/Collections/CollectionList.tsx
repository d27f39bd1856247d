import { Flex, SearchForm, Searchbar } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { useState } from 'react';
import { type Overview } from '../../api/overview';
import { EmptyState } from '../../components/EmptyState';
import { ListPage } from '../../components/ListPage';
import { DEFAULT_PAGE_SIZE, type PageQuery, pageRequest } from '../../components/page-query';
import { type AllowedActions } from '../../permissions';
import { useTranslate } from '../../translations/useTranslate';
import { CollectionTable } from './CollectionTable';
import { pageOf } from './page-of';

interface CollectionListProps {
  overview: Overview;
  allowed: AllowedActions;
  /** When the overview was looked up: milliseconds since the epoch. */
  now: number;
}

/** The table with what helps to find a row in it: search and pages, as soon as one page does not hold all. */
export function CollectionList({ overview: { status, collections }, allowed, now }: CollectionListProps) {
  const translate = useTranslate();
  const [{ query }, setQuery] = useQueryParams<PageQuery>();
  const [search, setSearch] = useState('');

  const searchFor = (text: string) => {
    setSearch(text);
    setQuery({ page: '1' }, 'push', true);
  };

  if (collections.length === 0) {
    return <EmptyState text={translate('collections.empty')} />;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {collections.length > DEFAULT_PAGE_SIZE ? (
        // It finds while one types: sent off, it would load the whole admin panel again.
        <SearchForm onSubmit={(event) => event.preventDefault()}>
          <Searchbar
            name="search"
            value={search}
            placeholder={translate('collections.search')}
            clearLabel={translate('collections.search.clear')}
            onChange={(event) => searchFor(event.target.value)}
            onClear={() => searchFor('')}
          >
            {translate('collections.search')}
          </Searchbar>
        </SearchForm>
      ) : null}
      <ListPage
        page={pageOf(collections, search, pageRequest(query))}
        empty={<EmptyState text={translate('collections.noMatch', { search })} />}
      >
        {(rows) => <CollectionTable collections={rows} engine={status.engine} allowed={allowed} now={now} />}
      </ListPage>
    </Flex>
  );
}
