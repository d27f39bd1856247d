import type { CollectionDefinition } from '../collections/collection';
import type { Mark } from '../outbox/mark';
import type { Outbox } from '../outbox/outbox';
import type { DocumentShipping } from './document-shipping';
import type { Work } from './work';

/** Marks taken at once, and marks whose shipments may be under way. */
const TAKEN_AT_ONCE = 500;
const UNDER_WAY = 2000;

/**
 * Turns marks of written documents into shipments: coalesced per document, read with one query per collection, removed
 * only once the engine has done what they asked for.
 */
export function createMarkDrain(deps: {
  outbox: Outbox;
  shipping: DocumentShipping;
  /** Whether more may be shipped now. */
  isOpen: () => boolean;
  collections: () => readonly CollectionDefinition[];
  /** Told at each look how many documents somebody has written. */
  noteEdits: (documents: number) => void;
}): Work {
  const { outbox, shipping, isOpen, collections, noteEdits } = deps;
  let claimed = new Set<number>();
  let mayBeMore = false;

  const shipMarks = async (collection: CollectionDefinition, marks: readonly Mark[]) => {
    const ids = marks.map(({ id }) => id);
    const documentIds = [...new Set(marks.map(({ documentId }) => documentId))];
    const release = () => ids.forEach((id) => claimed.delete(id));

    for (const id of ids) claimed.add(id);
    try {
      await shipping.ship(collection, documentIds, async () => {
        await outbox.clear(ids);
        release();
      });
    } catch (error) {
      release();
      throw error;
    }
  };

  return {
    async step() {
      mayBeMore = true;
      if (!isOpen() || claimed.size >= UNDER_WAY) return false;
      const synced = new Map(collections().map((collection) => [collection.uid, collection]));
      const oldest = await outbox.oldest([...synced.keys()], ['edited'], claimed.size + TAKEN_AT_ONCE);
      const marks = oldest.filter(({ id }) => !claimed.has(id));
      mayBeMore = marks.length >= TAKEN_AT_ONCE;
      noteEdits(new Set(marks.map(({ uid, documentId }) => `${uid} ${documentId}`)).size);
      for (const [uid, collection] of synced) {
        const ofCollection = marks.filter((mark) => mark.uid === uid);
        if (ofCollection.length > 0) await shipMarks(collection, ofCollection);
      }
      return mayBeMore;
    },

    isAtWork: () => mayBeMore,

    reset() {
      claimed = new Set();
    },
  };
}
