import { Flex } from '@strapi/design-system';
import type { Collection } from '../../../../server/src/contract';
import { type RunsRequest } from '../../api/client';
import { FilterSelect } from '../../components/FilterSelect';
import { KIND_LABELS, STATUS_BADGES } from '../../runs/run-status';
import { useTranslate } from '../../translations/useTranslate';
import { RUN_KINDS, RUN_STATUSES } from './runs-query';

type Filters = Pick<RunsRequest, 'uid' | 'kind' | 'status'>;

interface RunFiltersProps {
  request: Filters;
  collections: Collection[];
  onChange: (change: Filters) => void;
}

/** Narrows the list of runs down to a kind, a collection, an outcome. */
export function RunFilters({ request, collections, onChange }: RunFiltersProps) {
  const translate = useTranslate();
  return (
    <Flex role="search" aria-label={translate('runs.filters')} gap={2} wrap="wrap">
      <FilterSelect
        label={translate('column.kind')}
        everything={translate('filter.anyKind')}
        options={RUN_KINDS.map((kind) => ({ value: kind, label: translate(KIND_LABELS[kind]) }))}
        value={request.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <FilterSelect
        label={translate('column.name')}
        everything={translate('filter.anyCollection')}
        options={collections.map(({ uid, displayName }) => ({ value: uid, label: displayName }))}
        value={request.uid}
        onChange={(uid) => onChange({ uid })}
      />
      <FilterSelect
        label={translate('column.outcome')}
        everything={translate('filter.anyOutcome')}
        options={RUN_STATUSES.map((status) => ({ value: status, label: translate(STATUS_BADGES[status].label) }))}
        value={request.status}
        onChange={(status) => onChange({ status })}
      />
    </Flex>
  );
}
