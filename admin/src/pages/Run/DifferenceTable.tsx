import type { Collection, RunItem } from '../../../../server/src/contract';
import { type Column, ListTable } from '../../components/ListTable';
import { useTranslate } from '../../translations/useTranslate';
import { DifferenceRow } from './DifferenceRow';

const DOCUMENT: Column = { label: 'column.document' };
const INDEX: Column = { label: 'column.index' };
const VERDICT: Column = { label: 'column.verdict' };
const RESULT: Column = { label: 'column.result' };
const ACTIONS: Column = { label: 'column.actions', hidden: true };

interface DifferenceTableProps {
  items: RunItem[];
  /** Of the collection; that it is still there is not sure. */
  uid: string;
  collection: Collection | undefined;
}

export function DifferenceTable({ items, uid, collection }: DifferenceTableProps) {
  const translate = useTranslate();
  const hasResults = items.some(({ result }) => result !== null);
  return (
    <ListTable
      label={translate('differences.title')}
      columns={[DOCUMENT, INDEX, VERDICT, ...(hasResults ? [RESULT] : []), ACTIONS]}
    >
      {items.map((item) => (
        <DifferenceRow
          key={`${item.index} ${item.id}`}
          item={item}
          uid={uid}
          collection={collection}
          hasResults={hasResults}
        />
      ))}
    </ListTable>
  );
}
