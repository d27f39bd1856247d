import type { CollectionDefinition } from '../collections/collection';
import { EngineError, type IndexSizes, type SearchEngine } from '../engine/search-engine';

/** An index of a collection: its documents, and those among them that are the collection's own; `null` where unknown. */
export interface IndexCount {
  readonly uid: string;
  readonly documents: number | null;
  readonly own: number | null;
}

/** Counts what a collection's indexes hold. */
export type CountIndexes = (collection: CollectionDefinition) => Promise<IndexCount[]>;

/**
 * Begins looks at the engines. A look asks each engine once how large its indexes are, however many collections there are;
 * whose documents those are is a question for each index, asked again only when something has changed in the engine.
 */
export function createIndexCounts(engineOf: (collection: CollectionDefinition) => Promise<SearchEngine>) {
  /** Of each engine, by index and collection. */
  const known = new WeakMap<SearchEngine, Map<string, { state: string; own: number }>>();

  const knownOf = (engine: SearchEngine) => {
    const counts = known.get(engine) ?? new Map<string, { state: string; own: number }>();
    known.set(engine, counts);
    return counts;
  };

  const countOwn = async (engine: SearchEngine, index: string, uid: string, state: string) => {
    const counts = knownOf(engine);
    const key = JSON.stringify([index, uid]);
    const before = counts.get(key);
    if (before?.state === state) return before.own;
    const own = await asked(() => engine.countDocuments(index, { uid }));
    if (own !== null) counts.set(key, { state, own });
    return own;
  };

  return (): CountIndexes => {
    const looks = new Map<SearchEngine, Promise<IndexSizes>>();
    const sizesOf = (engine: SearchEngine) => {
      const sizes = looks.get(engine) ?? engine.indexSizes();
      looks.set(engine, sizes);
      return sizes;
    };

    return async (collection) => {
      const engine = await engineOf(collection);
      return Promise.all(
        collection.indexes.map(async (uid) => {
          const documents = await asked(async () => (await sizesOf(engine)).documents.get(uid) ?? null);
          if (documents === null || documents === 0) return { uid, documents, own: documents };
          // Read before the count, so that a count is never taken for one of a later state.
          const state = `${(await sizesOf(engine)).changed} ${documents}`;
          return { uid, documents, own: await countOwn(engine, uid, collection.uid, state) };
        }),
      );
    };
  };
}

/** Unknown is not zero: an engine that does not answer, or that cannot tell our documents apart, gives `null`. */
async function asked(question: () => Promise<number | null>): Promise<number | null> {
  try {
    return (await question()) ?? 0;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return null;
  }
}
