import type { CollectionDefinition } from '../collections/collection';
import { searchDocumentId } from '../collections/document-id';
import type { Membership } from '../collections/membership';
import type { SearchDocument } from '../collections/search-document';
import { type Identity, type Subject, subjectOf } from '../collections/subject';
import type { SeenFailure } from '../failures/failures';
import { messageOf } from './trouble';

/** What is to be done in the engine for some documents of one collection, decided by their present state. */
export interface Portion {
  readonly collection: CollectionDefinition;
  /** What this portion speaks of: nothing is said of other documents, or of their other entries. */
  readonly subject: Subject;
  readonly upserts: readonly SearchDocument[];
  /** Ids of search documents. */
  readonly deletions: readonly string[];
  readonly excluded: readonly Identity[];
  readonly failures: readonly SeenFailure[];
}

/** The portion that pushes what belongs to the index and deletes nothing: for a page of an update, which purges later. */
export function planPage(collection: CollectionDefinition, memberships: readonly Membership[]): Portion {
  const upserts = memberships.flatMap((membership) => (membership.kind === 'document' ? [membership.document] : []));
  const excluded = memberships.flatMap((membership) =>
    membership.kind === 'excluded' ? [identityOf(membership)] : [],
  );
  const failures = memberships.flatMap((membership) =>
    membership.kind === 'failure'
      ? [{ ...identityOf(membership), index: null, stage: membership.stage, message: membership.message }]
      : [],
  );
  // The entries of one document may lie on different pages.
  const entries = [...upserts, ...excluded, ...failures].map(identityOf);
  return { collection, subject: subjectOf(entries), upserts, deletions: [], excluded, failures };
}

/**
 * The portion that makes the index right for whole documents: what belongs to it is pushed, whatever else may be there
 * of these documents, in whatever locale, is deleted. A failing entry keeps its last good version.
 *
 * @param memberships - of all entries in scope of these documents
 * @param locales - every locale a search document of this collection may have
 */
export function planDocuments(
  collection: CollectionDefinition,
  documentIds: readonly string[],
  memberships: readonly Membership[],
  locales: readonly (string | null)[],
): Portion {
  const page = planPage(collection, memberships);
  const idOf = ({ documentId, locale }: Identity) => searchDocumentId(collection.modelName, documentId, locale);
  const kept = new Set([...page.upserts.map(({ id }) => id), ...page.failures.map(idOf)]);
  const deletions = documentIds
    .flatMap((documentId) => locales.map((locale) => idOf({ documentId, locale })))
    .filter((id) => !kept.has(id));
  return { ...page, subject: { documentIds, entries: null }, deletions };
}

/** The portion of documents that could not be read, a wrong `populate` say: it is on record, and nothing becomes of them. */
export function planUnreadable(
  collection: CollectionDefinition,
  documentIds: readonly string[],
  error: unknown,
): Portion {
  const message = messageOf(error);
  const failures = documentIds.map((documentId) => ({
    ...{ documentId, locale: null, index: null },
    ...{ stage: 'read' as const, message },
  }));
  return { collection, subject: { documentIds, entries: null }, upserts: [], deletions: [], excluded: [], failures };
}

/** Two portions of half the documents each, to find out which the engine refuses. */
export function halve(portion: Portion): [Portion, Portion] {
  const middle = Math.ceil(portion.upserts.length / 2);
  return [
    { ...portion, upserts: portion.upserts.slice(0, middle) },
    { ...portion, upserts: portion.upserts.slice(middle), deletions: [] },
  ];
}

/** The part of a portion that pushes these of its documents and deletes nothing. */
export function aboutOnly(portion: Portion, upserts: readonly SearchDocument[]): Portion {
  return {
    ...portion,
    subject: subjectOf(upserts.map(identityOf)),
    upserts,
    deletions: [],
    excluded: [],
    failures: [],
  };
}

const identityOf = ({ documentId, locale }: Identity): Identity => ({ documentId, locale });
