import { Flex } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useQueryParams } from '@strapi/strapi/admin';
import { type Overview } from '../../api/overview';
import { useFailures } from '../../api/useFailures';
import { EmptyState } from '../../components/EmptyState';
import { FilterSelect } from '../../components/FilterSelect';
import { ListPage } from '../../components/ListPage';
import { Loaded } from '../../components/Loaded';
import { chosen, type PageQuery, pageRequest } from '../../components/page-query';
import { type AllowedActions } from '../../permissions';
import { useTranslate } from '../../translations/useTranslate';
import { FailureTable } from './FailureTable';
import { RetryButton } from './RetryButton';

interface FailuresQuery extends PageQuery {
  uid?: string;
}

interface FailureListProps {
  overview: Overview;
  allowed: AllowedActions;
}

/** The failures of one collection or all, a page at a time. */
export function FailureList({ overview, allowed }: FailureListProps) {
  const translate = useTranslate();
  const { collections } = overview;
  const [{ query }, setQuery] = useQueryParams<FailuresQuery>();
  const uid = chosen(
    query.uid,
    collections.map((collection) => collection.uid),
  );
  const failures = useFailures({ ...pageRequest(query), uid }, overview);

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <div role="search" aria-label={translate('failures.filters')}>
          <FilterSelect
            label={translate('column.name')}
            everything={translate('filter.anyCollection')}
            options={collections.map((collection) => ({ value: collection.uid, label: collection.displayName }))}
            value={uid}
            onChange={(chosenUid) => setQuery({ uid: chosenUid, page: '1' })}
          />
        </div>
        {overview.status.outbox.failing === 0 || uid !== undefined ? null : (
          <RetryButton variant="secondary" startIcon={<ArrowClockwise />} allowed={allowed}>
            {translate('failures.retryAll')}
          </RetryButton>
        )}
      </Flex>
      <Loaded query={failures}>
        {(page, now) => (
          <ListPage
            page={page}
            empty={<EmptyState text={translate(uid === undefined ? 'failures.empty' : 'failures.noMatch')} />}
          >
            {(rows) => <FailureTable failures={rows} collections={collections} allowed={allowed} now={now} />}
          </ListPage>
        )}
      </Loaded>
    </Flex>
  );
}
