import type { Core } from '@strapi/types';

import { TABLES } from '../database/models';
import { countByUid, inPortions, openTable } from '../database/table';
import { inTransaction, type Transaction } from '../database/transaction';
import type { Mark, MarkKind, NewMark } from './mark';

interface MarkRow extends Mark {
  createdAt: number | string;
}

/** Rows of one INSERT; each has five values. */
const INSERTED_AT_ONCE = 100;

/** Marks that stand for documents which they do not name. */
const UNNAMED: readonly MarkKind[] = ['embeds', 'all'];

/** Some marks, by the ids of the first and the last. */
export interface MarkSpan {
  readonly oldest: number;
  readonly newest: number;
}

export interface MarksAmong {
  /** Documents that a mark names: they are about to be pushed as they are. */
  readonly named: ReadonlySet<string>;
  /** Marks that stand for documents which they do not name: any of the collection may be about to be pushed. */
  readonly unnamed: MarkSpan | null;
}

/** The durable list of what may be out of date in the engine. */
export interface Outbox {
  /**
   * Adds marks, in the caller's transaction where there is one.
   * A failing insert is thrown: swallowed, PostgreSQL would roll the caller's write back in silence.
   * @param afterCommit - called once the marks can be seen by others
   */
  add(marks: readonly NewMark[], afterCommit?: () => void): Promise<void>;

  /** The same within a transaction that the caller has at hand: to join it once more costs a tenth of what a mark costs. */
  addWithin(transaction: Transaction, marks: readonly NewMark[], afterCommit?: () => void): Promise<void>;

  /** The oldest marks of these collections and kinds, at most `limit`. Takes nothing: a mark stays until it is cleared. */
  oldest(uids: readonly string[], kinds: readonly MarkKind[], limit: number): Promise<Mark[]>;

  /** Removes exactly these marks; later marks of the same documents stay. */
  clear(ids: readonly number[]): Promise<void>;

  /** Removes all marks of a collection: for one that is no longer synced. */
  clearCollection(uid: string): Promise<void>;

  /** What marks say of these documents of a collection. */
  marksAmong(uid: string, documentIds: readonly string[]): Promise<MarksAmong>;

  /** Marks per collection. */
  pendingByUid(): Promise<Map<string, number>>;

  /**
   * How many marks of these collections there are, and when the oldest was made, in milliseconds since the epoch. What is
   * not synced any more may have left some that nobody drains.
   */
  backlog(uids: readonly string[]): Promise<{ pending: number; oldestAt: number | null }>;
}

/** The outbox in Strapi's own database. */
export function createOutbox(strapi: Core.Strapi): Outbox {
  // Asked for at each use: rooms are put together before Strapi has opened its database.
  const table = () => openTable<MarkRow>(strapi, TABLES.marks);

  /** One at each end, by a statement each: there may be very many between. */
  const spanOf = async (where: Record<string, unknown>): Promise<MarkSpan | null> => {
    const [oldest, newest] = await Promise.all(
      ['asc', 'desc'].map((direction) => table().findOne({ where, orderBy: { id: direction }, select: ['id'] })),
    );
    return oldest && newest ? { oldest: oldest.id, newest: newest.id } : null;
  };

  const addWithin: Outbox['addWithin'] = async ({ trx, onCommit }, marks, afterCommit) => {
    const createdAt = Date.now();
    for (const portion of inPortions(marks, INSERTED_AT_ONCE)) {
      await trx('meilisearch_marks').insert(
        portion.map(({ uid, documentId, kind, relatedUid }) => ({
          uid,
          document_id: documentId,
          kind,
          related_uid: relatedUid,
          created_at: createdAt,
        })),
      );
    }
    if (afterCommit) onCommit(afterCommit);
  };

  return {
    addWithin,

    add: (marks, afterCommit) => inTransaction(strapi, (transaction) => addWithin(transaction, marks, afterCommit)),

    async oldest(uids, kinds, limit) {
      if (uids.length === 0) return [];
      return table().findMany({
        where: { uid: { $in: uids }, kind: { $in: kinds } },
        orderBy: { id: 'asc' },
        limit,
        select: ['id', 'uid', 'documentId', 'kind', 'relatedUid'],
      });
    },

    async clear(ids) {
      for (const portion of inPortions(ids)) await table().deleteMany({ where: { id: { $in: portion } } });
    },

    async clearCollection(uid) {
      await table().deleteMany({ where: { uid } });
    },

    async marksAmong(uid, documentIds) {
      const unnamed = await spanOf({ uid, kind: { $in: UNNAMED } });
      const named = new Set<string>();
      for (const portion of inPortions(documentIds)) {
        const rows = await table().findMany({ where: { uid, documentId: { $in: portion } }, select: ['documentId'] });
        for (const { documentId } of rows) named.add(documentId);
      }
      return { named, unnamed };
    },

    pendingByUid: () => countByUid(strapi, TABLES.marks),

    async backlog(uids) {
      const where = { uid: { $in: uids } };
      const [pending, oldest] = await Promise.all([
        table().count({ where }),
        table().findMany({ where, orderBy: { id: 'asc' }, limit: 1, select: ['createdAt'] }),
      ]);
      return { pending, oldestAt: oldest[0] ? Number(oldest[0].createdAt) : null };
    },
  };
}
