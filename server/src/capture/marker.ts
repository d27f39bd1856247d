import type { Core } from '@strapi/types';

import { inTransaction } from '../database/transaction';
import type { CollectionDefinition } from '../collections/collection';
import type { Dependencies } from '../dependencies/dependencies';
import { markKey, type NewMark } from '../outbox/mark';
import type { Outbox } from '../outbox/outbox';
import type { Losses } from './losses';
import { type Change, planLosses, planMarks } from './plan-marks';

/** Leaves marks for what a write touched: each one once in a transaction. */
export interface Marker {
  changed(change: Change): Promise<void>;
  lost(losses: Losses): Promise<void>;
}

/**
 * @param wake - called after the commit; must not throw, for Strapi would turn that into an error of the user's write
 */
export function createMarker(deps: {
  strapi: Core.Strapi;
  outbox: Outbox;
  syncedOf: (uid: string) => CollectionDefinition | undefined;
  dependencies: Pick<Dependencies, 'embeddingsOf'>;
  wake: () => void;
}): Marker {
  const { strapi, outbox, syncedOf, dependencies, wake } = deps;
  // A publish alone is a delete, a create and components: without this, one document would be marked for each.
  const markedInTransaction = new WeakMap<object, Set<string>>();

  const add = async (marks: readonly NewMark[]) => {
    if (marks.length === 0) return;
    await inTransaction(strapi, async (transaction) => {
      const { trx } = transaction;
      const marked = markedInTransaction.get(trx) ?? new Set<string>();
      markedInTransaction.set(trx, marked);
      const byKey = new Map(marks.map((mark) => [markKey(mark), mark]));
      const unmarked = [...byKey].filter(([key]) => !marked.has(key));
      if (unmarked.length === 0) return;
      // Before the insert, for bulk actions run many documents in one transaction side by side.
      for (const [key] of unmarked) marked.add(key);
      try {
        await outbox.addWithin(
          transaction,
          unmarked.map(([, mark]) => mark),
          wake,
        );
      } catch (error) {
        // Not every database ends the transaction, and a caller may forgive the error and write again.
        for (const [key] of unmarked) marked.delete(key);
        throw error;
      }
    });
  };

  return {
    changed: (change) => add(planMarks(change, syncedOf(change.uid), dependencies.embeddingsOf(change.uid))),
    lost: (losses) => add(planLosses(losses)),
  };
}
