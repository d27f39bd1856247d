import type { CollectionDefinition } from '../collections/collection';
import type { Dependencies } from '../dependencies/dependencies';
import type { Embedders } from '../dependencies/embedders';
import type { Mark } from '../outbox/mark';
import type { Outbox } from '../outbox/outbox';
import type { DocumentShipping } from './document-shipping';
import type { Work } from './work';

/** Marks taken at once; one of them may stand for any number of documents. */
const TAKEN_AT_ONCE = 500;

/** Marks of one kind and one collection, and the documents they stand for. */
interface Batch {
  readonly collection: CollectionDefinition;
  readonly ids: readonly number[];
  readonly portions: AsyncGenerator<string[]>;
  /** Found and not shipped yet. */
  waiting: readonly string[] | null;
  isRead: boolean;
  /** Portions whose shipments are under way. */
  underWay: number;
}

/**
 * Ships the documents that embed what was written, or have lost what they embedded. A single mark may stand for a
 * hundred thousand of them: so there is one portion at a turn, and marks of documents that were written themselves are
 * drained in between. Killed on the way, the next owner begins the mark again.
 */
export function createRelatedDrain(deps: {
  outbox: Outbox;
  dependencies: Dependencies;
  embedders: Embedders;
  shipping: DocumentShipping;
  /** Whether more may be shipped now. */
  isOpen: () => boolean;
  collections: () => readonly CollectionDefinition[];
}): Work {
  const { outbox, dependencies, embedders, shipping, isOpen, collections } = deps;
  let claimed = new Set<number>();
  let current: Batch | null = null;
  let mayBeMore = false;

  async function* documentsOf(collection: CollectionDefinition, marks: readonly Mark[]): AsyncGenerator<string[]> {
    const documentIds = [...new Set(marks.map(({ documentId }) => documentId))];
    const relatedUid = marks[0]?.relatedUid ?? null;
    if (relatedUid === null) {
      yield documentIds;
      return;
    }
    const embeddings = dependencies.embeddingsOf(relatedUid).filter((embedding) => embedding.collection === collection);
    // Nobody may know its content type any more: the mark is older than the release.
    if (embeddings.length === 0) return;
    const rowIds = await embedders.rowsOf(relatedUid, documentIds);
    for (const embedding of embeddings) yield* embedders.climb(embedding, rowIds);
  }

  /** The oldest marks that ask for the same. */
  const nextBatch = async (): Promise<Batch | null> => {
    const synced = new Map(collections().map((collection) => [collection.uid, collection]));
    const oldest = await outbox.oldest([...synced.keys()], ['embeds', 'lost'], claimed.size + TAKEN_AT_ONCE);
    const [first, ...others] = oldest.filter(({ id }) => !claimed.has(id)).slice(0, TAKEN_AT_ONCE);
    const collection = first && synced.get(first.uid);
    if (!collection) return null;
    const marks = [first, ...others.filter((mark) => mark.uid === first.uid && mark.relatedUid === first.relatedUid)];
    for (const { id } of marks) claimed.add(id);
    return {
      collection,
      ids: marks.map(({ id }) => id),
      portions: documentsOf(collection, marks),
      waiting: null,
      isRead: false,
      underWay: 0,
    };
  };

  const clearIfDone = async ({ ids, isRead, underWay }: Batch) => {
    if (!isRead || underWay > 0) return;
    await outbox.clear(ids);
    for (const id of ids) claimed.delete(id);
  };

  const readOn = async (batch: Batch) => {
    if (batch.waiting) return;
    const next = await batch.portions.next();
    batch.isRead = next.done === true;
    batch.waiting = next.done ? null : next.value;
  };

  const shipWaiting = async (batch: Batch, documentIds: readonly string[]) => {
    batch.underWay += 1;
    const settle = async () => {
      batch.underWay -= 1;
      await clearIfDone(batch);
    };
    try {
      await shipping.ship(batch.collection, documentIds, settle);
    } catch (error) {
      batch.underWay -= 1;
      throw error;
    }
    batch.waiting = null;
  };

  /** After an error half-way a generator is over: the marks are taken again. */
  const abandon = ({ ids }: Batch) => {
    current = null;
    for (const id of ids) claimed.delete(id);
  };

  return {
    async step() {
      mayBeMore = true;
      if (!isOpen()) return false;
      const batch = (current ??= await nextBatch());
      mayBeMore = batch !== null;
      if (!batch) return false;
      if (!collections().includes(batch.collection)) {
        abandon(batch);
        return true;
      }
      await readOn(batch).catch((error: unknown) => {
        abandon(batch);
        throw error;
      });
      if (batch.waiting) {
        await shipWaiting(batch, batch.waiting);
      } else {
        // Kept until then: its marks are claimed, and nobody else would try again after an error.
        await clearIfDone(batch);
        current = null;
      }
      return true;
    },

    isAtWork: () => mayBeMore,

    reset() {
      claimed = new Set();
      current = null;
    },
  };
}
