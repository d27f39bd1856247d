import type { Embedding } from '../dependencies/find-embeddings';
import { allMark, type NewMark } from '../outbox/mark';
import type { Losses } from './losses';
import type { Touched } from './touched';

/** A write to documents of one content type. */
export interface Change {
  readonly uid: string;
  readonly documents: Touched;
  /** Whether only drafts changed, which entries embed only where drafts are in scope, but filters always look at. */
  readonly isDraft?: boolean;
}

/**
 * The marks that a change leaves: one for each document of a synced collection, and one for each collection that embeds
 * such documents, however many do. Who they are is looked up when the mark is drained.
 *
 * @param embeddings - those of entries of the changed type
 */
export function planMarks(
  { uid, documents, isDraft = false }: Change,
  isSynced: boolean,
  embeddings: readonly Embedding[],
): NewMark[] {
  const affected = embeddings.filter(
    ({ collection, decides }) => !isDraft || decides || collection.scope.status === 'draft',
  );
  const collections = new Set(affected.map(({ collection }) => collection));
  return [
    ...(isSynced ? marksOf(uid, documents, 'edited') : []),
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
