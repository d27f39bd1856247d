import type { CollectionDefinition } from '../collections/collection';
import { searchDocumentId } from '../collections/document-id';
import type { Membership } from '../collections/membership';
import type { SearchDocument } from '../collections/search-document';
import type { SeenFailure } from '../failures/failures';

/** What is to be done in the engine for some documents of one collection, decided by their present state. */
export interface Portion {
  readonly collection: CollectionDefinition;
  /** The documents this portion speaks of. */
  readonly documentIds: readonly string[];
  readonly upserts: readonly SearchDocument[];
  /** Ids of search documents. */
  readonly deletions: readonly string[];
  readonly excluded: readonly { documentId: string; locale: string | null }[];
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
  const documentIds = [...new Set([...upserts, ...excluded, ...failures].map(({ documentId }) => documentId))];
  return { collection, documentIds, upserts, deletions: [], excluded, failures };
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
  const idOf = ({ documentId, locale }: { documentId: string; locale: string | null }) =>
    searchDocumentId(collection.modelName, documentId, locale);
  const kept = new Set([...page.upserts.map(({ id }) => id), ...page.failures.map(idOf)]);
  const deletions = documentIds
    .flatMap((documentId) => locales.map((locale) => idOf({ documentId, locale })))
    .filter((id) => !kept.has(id));
  return { ...page, documentIds, deletions };
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
  const documentIds = [...new Set(upserts.map(({ documentId }) => documentId))];
  const isAbout = ({ documentId }: { documentId: string }) => documentIds.includes(documentId);
  return {
    ...portion,
    documentIds,
    upserts,
    deletions: [],
    excluded: portion.excluded.filter(isAbout),
    failures: portion.failures.filter(isAbout),
  };
}

const identityOf = ({ documentId, locale }: { documentId: string; locale: string | null }) => ({ documentId, locale });
