import type { CollectionDefinition } from '../collections/collection';
import { allMark, type NewMark } from '../outbox/mark';
import type { Losses } from './broken-links';
import type { Touched } from './touched';

/** A write to documents of one content type. */
export interface Change {
  readonly uid: string;
  readonly documents: Touched;
  /** Whether only drafts changed, which entries embed only where drafts are in scope. */
  readonly isDraft?: boolean;
}

/**
 * The marks that a change leaves: one for each document of a synced collection, and one for each collection that embeds
 * such documents, however many do. Who they are is looked up when the mark is drained.
 *
 * @param embeddedIn - the synced collections that embed entries of the changed type
 */
export function planMarks(
  { uid, documents, isDraft = false }: Change,
  isSynced: boolean,
  embeddedIn: readonly CollectionDefinition[],
): NewMark[] {
  const collections = embeddedIn.filter(({ scope }) => !isDraft || scope.status === 'draft');
  return [
    ...(isSynced ? marksOf(uid, documents, 'edited') : []),
    ...collections.flatMap((collection) => marksOf(collection.uid, documents, 'embeds', uid)),
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
