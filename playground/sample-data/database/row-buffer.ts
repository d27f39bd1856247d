import type { Core } from '@strapi/strapi';

export type Connection = Core.Strapi['db']['connection'];

export type ColumnValue = string | number | boolean | Date | null;

/** Larger statements gain nothing, and databases bound how many values one may bind (SQLite: 32,766). */
const MAXIMAL_ROWS = 500;
const MAXIMAL_VALUES = 30_000;

/** Rows of one table that wait to be inserted together. */
export class RowBuffer {
  private values: ColumnValue[] = [];

  constructor(
    readonly table: string,
    readonly columns: readonly string[],
  ) {}

  /** `row` has a value for each column, in their order. */
  append(row: readonly ColumnValue[]): void {
    for (const value of row) this.values.push(value);
  }

  /** Inserts what was appended since the last time, and returns the number of rows. */
  async insertInto(connection: Connection): Promise<number> {
    const { values } = this;
    this.values = [];
    const width = this.columns.length;
    const valuesPerStatement = Math.min(MAXIMAL_ROWS, Math.floor(MAXIMAL_VALUES / width)) * width;
    for (let start = 0; start < values.length; start += valuesPerStatement) {
      const chunk = values.slice(start, start + valuesPerStatement);
      await connection.raw(this.statement(chunk.length / width), [this.table, ...this.columns, ...chunk] as never[]);
    }
    return values.length / width;
  }

  /** Plain SQL with many rows: Knex's own builder makes a compound SELECT of them on SQLite, at half the speed. */
  private statement(rows: number): string {
    const columns = this.columns.map(() => '??').join(', ');
    const row = `(${this.columns.map(() => '?').join(', ')})`;
    return `insert into ?? (${columns}) values ${Array(rows).fill(row).join(', ')}`;
  }
}
