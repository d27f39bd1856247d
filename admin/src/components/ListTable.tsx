import { Table, Tbody, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import { type ReactElement } from 'react';
import { type MessageKey } from '../translations/translator';
import { useTranslate } from '../translations/useTranslate';

/** The heading of a column; one that is `hidden` is for screen readers alone. */
export interface Column {
  label: MessageKey;
  hidden?: true;
}

interface ListTableProps {
  /** What the table lists. */
  label: string;
  columns: readonly Column[];
  /** Rows of the design system: it numbers the direct children of the body. */
  children: ReactElement[];
}

export function ListTable({ label, columns, children }: ListTableProps) {
  const translate = useTranslate();
  return (
    <Table colCount={columns.length} rowCount={children.length + 1} aria-label={label}>
      <Thead>
        <Tr>
          {columns.map(({ label, hidden }) => (
            <Th key={label}>
              {hidden ? (
                <VisuallyHidden>{translate(label)}</VisuallyHidden>
              ) : (
                <Typography variant="sigma" textColor="neutral600">
                  {translate(label)}
                </Typography>
              )}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>{children}</Tbody>
    </Table>
  );
}
