import type { Embedders } from '../dependencies/embedders';
import type { Embedding } from '../dependencies/find-embeddings';
import type { Link } from '../dependencies/link';
import { MOST_NAMED } from '../outbox/mark';
import type { Touched } from './touched';

/** The documents of each collection, by its uid, that lose something they embed. */
export type Losses = ReadonlyMap<string, Touched>;

/** From which rows to climb which embedding, and which of its links are left to climb. */
export interface Ascent {
  embedding: Embedding;
  rowIds: readonly number[];
  links: readonly Link[];
}

/** Finds the documents at the top of each ascent; too many of one collection to name are all of them. */
export async function climbToLosses(embedders: Embedders, ascents: readonly Ascent[]): Promise<Losses> {
  const found = new Map<string, Set<string> | 'all'>();
  for (const { embedding, rowIds, links } of ascents) {
    const { uid } = embedding.collection;
    for await (const documentIds of embedders.climb(embedding, rowIds, links)) {
      const documents = found.get(uid) ?? new Set();
      if (documents === 'all') break;
      for (const documentId of documentIds) documents.add(documentId);
      found.set(uid, documents.size > MOST_NAMED ? 'all' : documents);
    }
  }
  return new Map([...found].map(([uid, documents]) => [uid, documents === 'all' ? 'all' : [...documents]]));
}
