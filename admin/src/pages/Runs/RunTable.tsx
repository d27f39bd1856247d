import type { Collection, Run } from '../../../../server/src/contract';
import { type Column, ListTable } from '../../components/ListTable';
import { useTranslate } from '../../translations/useTranslate';
import { RunRow } from './RunRow';

const COLUMNS: readonly Column[] = [
  { label: 'column.run' },
  { label: 'column.name' },
  { label: 'column.started' },
  { label: 'column.duration' },
  { label: 'column.outcome' },
];

interface RunTableProps {
  runs: Run[];
  collections: Collection[];
  /** When the runs were looked up: milliseconds since the epoch. */
  now: number;
}

export function RunTable({ runs, collections, now }: RunTableProps) {
  const translate = useTranslate();
  const names = new Map(collections.map(({ uid, displayName }) => [uid, displayName]));
  return (
    <ListTable label={translate('navigation.runs')} columns={COLUMNS}>
      {runs.map((run) => (
        <RunRow key={run.id} run={run} name={names.get(run.uid) ?? run.uid} now={now} />
      ))}
    </ListTable>
  );
}
