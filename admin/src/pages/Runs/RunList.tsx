import { Flex } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import type { Collection, Run } from '../../../../server/src/contract';
import { useRuns } from '../../api/useRuns';
import { EmptyState } from '../../components/EmptyState';
import { ListPage } from '../../components/ListPage';
import { Loaded } from '../../components/Loaded';
import { useTranslate } from '../../translations/useTranslate';
import { RunFilters } from './RunFilters';
import { RunTable } from './RunTable';
import { isFiltered, type RunsQuery, runsRequest } from './runs-query';

interface RunListProps {
  collections: Collection[];
  activeRuns: Run[];
}

/** The runs that the address asks for, newest first, with what narrows them down and leads to the next page. */
export function RunList({ collections, activeRuns }: RunListProps) {
  const translate = useTranslate();
  const [{ query }, setQuery] = useQueryParams<RunsQuery>();
  const request = runsRequest(query, collections);
  const runs = useRuns(request, activeRuns);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <RunFilters
        request={request}
        collections={collections}
        onChange={(change) => setQuery({ ...change, page: '1' })}
      />
      <Loaded query={runs}>
        {(page, now) => (
          <ListPage
            page={page}
            empty={<EmptyState text={translate(isFiltered(request) ? 'runs.noMatch' : 'runs.empty')} />}
          >
            {(rows) => <RunTable runs={rows} collections={collections} now={now} />}
          </ListPage>
        )}
      </Loaded>
    </Flex>
  );
}
