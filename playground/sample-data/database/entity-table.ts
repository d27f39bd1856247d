import type { ColumnValue, RowBuffer } from './row-buffer';

/** Puts the value of an attribute into the row of its entity. */
export type ColumnWriter = (value: unknown, row: ColumnValue[]) => void;

/** Makes the rows that tie an entity to what an attribute names: relations, components, media. */
export type LinkWriter = (value: unknown, entityId: number) => void;

/** The table of a content type or a component, with ids given out before the rows are inserted. */
export class EntityTable {
  readonly columnWriters = new Map<string, ColumnWriter>();
  readonly linkWriters = new Map<string, LinkWriter>();

  /** The first column of `rows` is the id. */
  constructor(
    private readonly uid: string,
    readonly rows: RowBuffer,
    private lastId: number,
  ) {}

  /** Appends an entity and returns its row id. Attributes that are left out or `null` stay empty. */
  append(data: Readonly<Record<string, unknown>>): number {
    this.lastId += 1;
    const id = this.lastId;
    const row = new Array<ColumnValue>(this.rows.columns.length).fill(null);
    row[0] = id;
    for (const attribute of Object.keys(data)) {
      const value = data[attribute];
      const writeColumn = this.columnWriters.get(attribute);
      if (!writeColumn) this.link(id, attribute, value);
      else if (value !== null) writeColumn(value, row);
    }
    this.rows.append(row);
    return id;
  }

  /** Ties an entity, appended before, to what the attribute names. */
  link(id: number, attribute: string, value: unknown): void {
    const write = this.linkWriters.get(attribute);
    if (!write) throw new Error(`${this.uid} has no attribute ${attribute} that can be written`);
    if (value !== null) write(value, id);
  }
}
