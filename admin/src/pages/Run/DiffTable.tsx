import { styled } from 'styled-components';
import { useTranslate } from '../../translations/useTranslate';
import { type DiffRow } from './diff-rows';
import { diffSides } from './diff-text';
import { DiffValue } from './DiffValue';
import { type Side, SIDE_LABELS } from './sides';

/** A plain table: the design system's keeps texts on one line and takes the arrow keys. */
const Table = styled.table`
  width: 100%;
  table-layout: fixed;
  border-collapse: collapse;

  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: left;
    vertical-align: top;
    overflow-wrap: anywhere;
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: ${({ theme }) => theme.fontSizes[1]};
    line-height: ${({ theme }) => theme.lineHeights[4]};
  }

  th {
    font-weight: ${({ theme }) => theme.fontWeights.bold};
  }

  th:first-child {
    width: 22%;
  }
`;

interface DiffTableProps {
  rows: DiffRow[];
  /** Those that have the document. */
  sides: Side[];
}

/** A row for each field, a column for each side. */
export function DiffTable({ rows, sides }: DiffTableProps) {
  const translate = useTranslate();
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{translate('column.field')}</th>
          {sides.map((side) => (
            <th key={side} scope="col">
              {translate(SIDE_LABELS[side])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const segments = diffSides(sides.length === 2 ? row : { ...row, isEqual: true });
          return (
            <tr key={row.field}>
              <th scope="row">{row.field}</th>
              {sides.map((side) => (
                <td key={side}>
                  <DiffValue field={row.field} side={side} segments={segments[side]} />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
