import type { Core } from '@strapi/types';

/** Knex, by the name that Strapi has for it. */
type Connection = Core.Strapi['db']['connection'];

/** A transaction that is open. */
export interface Transaction {
  trx: Connection;
  /** Calls back once everything is committed, at once where there is nothing to commit. The callback must not throw. */
  onCommit: (callback: () => void) => void;
}

/** Runs database work in one transaction: all of it is done, or nothing. */
export type Transact = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Runs statements in the caller's transaction, or in one of their own where there is none. A bare knex query would do
 * neither: on SQLite, which has a single connection, it would wait for ever behind a caller's transaction.
 */
export async function inTransaction<T>(
  strapi: Core.Strapi,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return await strapi.db.transaction((transaction: Transaction) => work(transaction));
}

/** Calls back once the caller's transaction is committed, and soon where there is none. The callback must not throw. */
export async function afterCommit(strapi: Core.Strapi, callback: () => void): Promise<void> {
  await inTransaction(strapi, async ({ onCommit }) => onCommit(callback));
}

/**
 * Inserts a row unless its unique column holds that value already. The conflict is ignored by the database and not caught
 * here, for a failed statement would spoil a caller's transaction on PostgreSQL.
 */
export async function insertUnlessPresent(
  strapi: Core.Strapi,
  table: string,
  row: Record<string, unknown>,
  uniqueColumn: string,
): Promise<void> {
  await inTransaction(strapi, async ({ trx }) => {
    await trx(table).insert(row).onConflict(uniqueColumn).ignore();
  });
}
