import type { Core } from '@strapi/types';

import { models, type TableUid } from './models';
import { inTransaction } from './transaction';

/** How many values one statement may name: far below every database's limit (SQLite 32,766; PostgreSQL 65,535). */
export const STATEMENT_VALUES = 500;

type Where = Record<string, unknown>;

/** What Strapi's query engine offers on one of the plugin's tables; joins the caller's transaction by itself. */
export interface Table<Row> {
  findOne(params: { where: Where; orderBy?: Where; select?: (keyof Row & string)[] }): Promise<Row | null>;
  findMany(params: {
    where?: Where;
    orderBy?: Where;
    limit?: number;
    offset?: number;
    select?: (keyof Row & string)[];
  }): Promise<Row[]>;
  create(params: { data: Partial<Row> }): Promise<Row>;
  createMany(params: { data: Partial<Row>[] }): Promise<{ count: number }>;
  updateMany(params: { where: Where; data: Partial<Row> }): Promise<{ count: number }>;
  deleteMany(params: { where?: Where }): Promise<{ count: number }>;
  count(params?: { where?: Where }): Promise<number>;
}

/** Opens one of the plugin's tables; `Row` is the caller's word for what its attributes hold. */
export function openTable<Row>(strapi: Core.Strapi, uid: TableUid): Table<Row> {
  // Strapi types its query engine by the application's content types; raw models are not among them.
  return strapi.db.query(uid);
}

/**
 * Finds a row as it is now, and keeps it so until the caller's transaction ends. Inside a transaction of MySQL's, any other
 * look shows what there was when it began.
 */
export async function findAsOfNow<Row>(strapi: Core.Strapi, uid: TableUid, where: Where): Promise<Row | null> {
  return strapi.db.queryBuilder(uid).where(where).forUpdate().first().execute<Row | null>();
}

/** Counts rows grouped by content type in one statement; absent uids have no rows. */
export async function countByUid(strapi: Core.Strapi, uid: TableUid): Promise<Map<string, number>> {
  const model = models.find((candidate) => candidate.uid === uid);
  if (!model) throw new Error(`no such table: ${uid}`);
  const rows = await inTransaction<{ uid: string; count: number | string }[]>(strapi, ({ trx }) =>
    trx(model.tableName).select('uid').count('* as count').groupBy('uid'),
  );
  return new Map(rows.map((row) => [row.uid, Number(row.count)]));
}

/** Cuts a list into portions that one statement can name. */
export function* inPortions<T>(values: readonly T[], size = STATEMENT_VALUES): Generator<T[]> {
  for (let start = 0; start < values.length; start += size) yield values.slice(start, start + size);
}
