import type { Core } from '@strapi/types';

import { TABLES } from '../database/models';
import { countByUid, inPortions, openTable } from '../database/table';
import { inTransaction } from '../database/transaction';

/** "This document changed": no content, so that what is pushed is always read afresh. */
export interface Mark {
  id: number;
  uid: string;
  documentId: string;
}

interface MarkRow extends Mark {
  createdAt: number | string;
}

/** The durable list of documents whose search documents may be out of date. */
export interface Outbox {
  /**
   * Adds one mark per document, in the caller's transaction where there is one.
   * A failing insert is thrown: swallowed, PostgreSQL would roll the caller's write back in silence.
   * @param afterCommit - called once the marks can be seen by others
   */
  add(uid: string, documentIds: readonly string[], afterCommit?: () => void): Promise<void>;

  /** The oldest marks of these content types, at most `limit`. Takes nothing: a mark stays until it is cleared. */
  oldest(uids: readonly string[], limit: number): Promise<Mark[]>;

  /** Removes exactly these marks; later marks of the same documents stay. */
  clear(ids: readonly number[]): Promise<void>;

  /** Removes all marks of a content type: for a collection that is no longer synced. */
  clearCollection(uid: string): Promise<void>;

  /** Marks per content type. */
  pendingByUid(): Promise<Map<string, number>>;

  /** How many marks there are, and when the oldest was made, in milliseconds since the epoch. */
  backlog(): Promise<{ pending: number; oldestAt: number | null }>;
}

/** The outbox in Strapi's own database. */
export function createOutbox(strapi: Core.Strapi): Outbox {
  // Asked for at each use: rooms are put together before Strapi has opened its database.
  const marks = () => openTable<MarkRow>(strapi, TABLES.marks);

  return {
    async add(uid, documentIds, afterCommit) {
      await inTransaction(strapi, async ({ trx, onCommit }) => {
        const createdAt = Date.now();
        for (const portion of inPortions(documentIds, 100)) {
          await trx('meilisearch_marks').insert(
            portion.map((documentId) => ({ uid, document_id: documentId, created_at: createdAt })),
          );
        }
        if (afterCommit) onCommit(afterCommit);
      });
    },

    async oldest(uids, limit) {
      if (uids.length === 0) return [];
      return marks().findMany({
        where: { uid: { $in: uids } },
        orderBy: { id: 'asc' },
        limit,
        select: ['id', 'uid', 'documentId'],
      });
    },

    async clear(ids) {
      for (const portion of inPortions(ids)) await marks().deleteMany({ where: { id: { $in: portion } } });
    },

    async clearCollection(uid) {
      await marks().deleteMany({ where: { uid } });
    },

    pendingByUid: () => countByUid(strapi, TABLES.marks),

    async backlog() {
      const [pending, oldest] = await Promise.all([
        marks().count(),
        marks().findMany({ orderBy: { id: 'asc' }, limit: 1, select: ['createdAt'] }),
      ]);
      return { pending, oldestAt: oldest[0] ? Number(oldest[0].createdAt) : null };
    },
  };
}
