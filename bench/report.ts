import Table from 'cli-table3';

import type { Row } from './row';

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

const verdict = ({ ratio, limit }: Row): string => {
  if (limit === null) return '';
  return ratio <= limit ? 'reached' : 'MISSED';
};

/** The rows as a table for people. */
export function toTable(rows: readonly Row[]): string {
  const table = new Table({
    head: ['', 'ratio', 'limit', 'spread', 'figure', 'reference', 'unit', 'rounds', ''],
    style: { head: [], border: [] },
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'left', 'right', 'left'],
  });
  for (const row of rows) {
    const { name, ratio, limit, spread, figure, reference, unit, rounds } = row;
    table.push([
      name,
      number.format(ratio),
      limit === null ? '–' : number.format(limit),
      number.format(spread),
      number.format(figure),
      number.format(reference),
      unit,
      rounds,
      verdict(row),
    ]);
  }
  return table.toString();
}
