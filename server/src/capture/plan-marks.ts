import type { CollectionDefinition } from '../collections/collection';
import type { Embedding } from '../dependencies/find-embeddings';
import { allMark, type NewMark } from '../outbox/mark';
import type { Losses } from './losses';
import type { Touched } from './touched';

/** A write to documents of one content type. */
export interface Change {
  readonly uid: string;
  readonly documents: Touched;
  /** Whether only drafts changed: nothing to a collection of what is published, but to filters, which always look at them. */
  readonly isDraft?: boolean;
}

/**
 * The marks that a change leaves: one for each document of a synced collection, and one for each collection that embeds
 * such documents, however many do. Who they are is looked up when the mark is drained.
 *
 * @param synced - the changed type's own collection, where it is synced
 * @param embeddings - those of entries of the changed type
 */
export function planMarks(
  { uid, documents, isDraft = false }: Change,
  synced: CollectionDefinition | undefined,
  embeddings: readonly Embedding[],
): NewMark[] {
  const holds = ({ scope }: CollectionDefinition) => !isDraft || scope.status === 'draft';
  const affected = embeddings.filter(({ collection, decides }) => decides || holds(collection));
  const collections = new Set(affected.map(({ collection }) => collection));
  return [
    ...(synced && holds(synced) ? marksOf(uid, documents, 'edited') : []),
    ...[...collections].flatMap((collection) => marksOf(collection.uid, documents, 'embeds', uid)),
  ];
}

/** The marks of documents that have lost something they embedded. */
export function planLosses(losses: Losses): NewMark[] {
  return [...losses].flatMap(([uid, documents]) => marksOf(uid, documents, 'lost'));
}

function marksOf(
  uid: string,
  documents: Touched,
  kind: 'edited' | 'embeds' | 'lost',
  relatedUid: string | null = null,
): NewMark[] {
  if (documents === 'all') return [allMark(uid)];
  return documents.map((documentId) => ({ uid, documentId, kind, relatedUid }));
}
