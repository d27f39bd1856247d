import type { Collection, Failure } from '../../../../server/src/contract';
import { type Column, ListTable } from '../../components/ListTable';
import { type AllowedActions } from '../../permissions';
import { useTranslate } from '../../translations/useTranslate';
import { FailureRow } from './FailureRow';

const COLUMNS: readonly Column[] = [
  { label: 'column.document' },
  { label: 'column.reason' },
  { label: 'column.attempts' },
  { label: 'column.actions', hidden: true },
];

interface FailureTableProps {
  failures: Failure[];
  collections: Collection[];
  allowed: AllowedActions;
  now: number;
}

export function FailureTable({ failures, collections, allowed, now }: FailureTableProps) {
  const translate = useTranslate();
  return (
    <ListTable label={translate('navigation.failures')} columns={COLUMNS}>
      {failures.map((failure) => (
        <FailureRow
          key={failure.id}
          failure={failure}
          collection={collections.find(({ uid }) => uid === failure.uid)}
          allowed={allowed}
          now={now}
        />
      ))}
    </ListTable>
  );
}
