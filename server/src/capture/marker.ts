import { AsyncLocalStorage } from 'node:async_hooks';

import type { Core } from '@strapi/types';

import { inTransaction } from '../database/transaction';
import type { Outbox } from '../outbox/outbox';

/** Leaves marks for documents that a write touched: one for each document and transaction. */
export interface Marker {
  mark(uid: string, documentIds: readonly string[]): Promise<void>;

  /**
   * Runs a write and tells which documents were marked meanwhile, by whatever hook.
   * Errors of the write pass through untouched.
   */
  observe<T>(write: () => Promise<T>): Promise<{ result: T; marked: (uid: string, documentId: string) => boolean }>;
}

/**
 * @param isCaptured - whether writes to this content type are to be marked
 * @param wake - called after the commit; must not throw, for Strapi would turn that into an error of the user's write
 */
export function createMarker(deps: {
  strapi: Core.Strapi;
  outbox: Outbox;
  isCaptured: (uid: string) => boolean;
  wake: () => void;
}): Marker {
  const { strapi, outbox, isCaptured, wake } = deps;
  // A publish alone is a delete, a create and components: without this, one document would be marked for each.
  const markedInTransaction = new WeakMap<object, Set<string>>();
  const observed = new AsyncLocalStorage<Set<string>>();

  return {
    async mark(uid, documentIds) {
      if (!isCaptured(uid) || documentIds.length === 0) return;
      await inTransaction(strapi, async ({ trx }) => {
        const marked = markedInTransaction.get(trx) ?? new Set<string>();
        markedInTransaction.set(trx, marked);
        const unmarked = [...new Set(documentIds)].filter((documentId) => !marked.has(keyOf(uid, documentId)));
        // Before the insert, for bulk actions run many documents in one transaction side by side; a failed insert ends it.
        for (const documentId of unmarked) marked.add(keyOf(uid, documentId));
        if (unmarked.length > 0) await outbox.add(uid, unmarked, wake);
      });
      for (const documentId of documentIds) observed.getStore()?.add(keyOf(uid, documentId));
    },

    async observe(write) {
      const marked = new Set<string>();
      const result = await observed.run(marked, write);
      return { result, marked: (uid, documentId) => marked.has(keyOf(uid, documentId)) };
    },
  };
}

const keyOf = (uid: string, documentId: string) => `${uid} ${documentId}`;
