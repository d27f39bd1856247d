import type { CollectionDefinition } from '../collections/collection';
import type { Failures } from '../failures/failures';
import type { Mark, Outbox } from '../outbox/outbox';
import type { PortionReader } from './portion-reader';
import type { Shipper } from './shipper';
import type { Work } from './work';

/** Marks taken at once, and marks whose shipments may be under way. */
const TAKEN_AT_ONCE = 500;
const UNDER_WAY = 2000;

/**
 * Turns marks into shipments: coalesced per document, read with one query per collection, removed only once the engine
 * has done what they asked for.
 */
export function createMarkDrain(deps: {
  outbox: Outbox;
  reader: PortionReader;
  shipper: Shipper;
  failures: Failures;
  collections: () => readonly CollectionDefinition[];
}): Work {
  const { outbox, reader, shipper, failures, collections } = deps;
  let claimed = new Set<number>();

  const shipMarks = async (collection: CollectionDefinition, marks: readonly Mark[]) => {
    const ids = marks.map(({ id }) => id);
    const documentIds = [...new Set(marks.map(({ documentId }) => documentId))];
    const clear = async () => {
      await outbox.clear(ids);
      for (const id of ids) claimed.delete(id);
    };

    const portion = await reader.documents(collection, documentIds).catch(async (error: unknown) => {
      // One collection that cannot be read (a wrong populate, say) must not hold up the others.
      const message = error instanceof Error ? error.message : String(error);
      const seen = documentIds.map((documentId) => ({
        documentId,
        locale: null,
        index: null,
        stage: 'read' as const,
        message,
      }));
      await failures.record(collection.uid, { documentIds, entries: null }, seen);
      await clear();
      return null;
    });
    if (!portion) return;
    for (const id of ids) claimed.add(id);
    try {
      await shipper.ship(portion, clear);
    } catch (error) {
      for (const id of ids) claimed.delete(id);
      throw error;
    }
  };

  return {
    async step() {
      if (!shipper.isOpen() || claimed.size >= UNDER_WAY) return false;
      const synced = new Map(collections().map((collection) => [collection.uid, collection]));
      const oldest = await outbox.oldest([...synced.keys()], claimed.size + TAKEN_AT_ONCE);
      const marks = oldest.filter(({ id }) => !claimed.has(id));
      for (const [uid, collection] of synced) {
        const ofCollection = marks.filter((mark) => mark.uid === uid);
        if (ofCollection.length > 0) await shipMarks(collection, ofCollection);
      }
      return marks.length > 0;
    },

    reset() {
      claimed = new Set();
    },
  };
}
