import { configure } from 'safe-stable-stringify';

/** A search document, or as much as is compared of it. */
export type Document = Readonly<Record<string, unknown>>;

/** One field of a document on both sides; `undefined` where a side has no such field. */
export interface DiffRow {
  field: string;
  database: unknown;
  engine: unknown;
  isEqual: boolean;
}

const stringify = configure({ deterministic: true });

/** Every field of both sides, in the database's order and then what the engine alone has. */
export function diffRows(database: Document, engine: Document): DiffRow[] {
  const fields = new Set([...Object.keys(database), ...Object.keys(engine)]);
  return [...fields].map((field) => {
    const sides = { database: database[field], engine: engine[field] };
    // The order of the keys within an object is no difference.
    return { field, ...sides, isEqual: stringify(sides.database) === stringify(sides.engine) };
  });
}

/** A value as a person reads it: texts as they are, the rest as JSON, a line for each part. `null` where there is none. */
export function readable(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return stringify(value, null, 2) ?? null;
}
