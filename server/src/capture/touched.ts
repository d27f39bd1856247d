import type { Core } from '@strapi/types';

import { MOST_NAMED } from '../outbox/mark';

/** Documents by their ids, or `all` of a collection where a write touches too many to name. */
export type Touched = readonly string[] | 'all';

/** The rows that a write is about to touch. */
export interface TouchedRows {
  readonly ids: readonly number[];
  readonly documents: Touched;
}

/** What selects rows in Strapi's query engine. */
export interface RowQuery {
  where?: unknown;
  _q?: unknown;
  filters?: unknown;
}

/** A row without a documentId, as raw SQL may leave it, is no document: nothing can name it. */
export function documentsOf(rows: readonly { documentId: string | null }[]): string[] {
  return [...new Set(rows.flatMap(({ documentId }) => documentId ?? []))];
}

/** Reads which rows a query selects, without running anybody's lifecycles. */
export async function readTouchedRows(
  strapi: Core.Strapi,
  uid: string,
  { where, _q, filters }: RowQuery,
): Promise<TouchedRows> {
  const params = { where, _q, filters, select: ['id', 'documentId'], limit: MOST_NAMED + 1 };
  const rows = await strapi.db.queryBuilder(uid).init(params).execute<{ id: number; documentId: string | null }[]>();
  if (rows.length > MOST_NAMED) return { ids: [], documents: 'all' };
  return { ids: rows.map(({ id }) => id), documents: documentsOf(rows) };
}
