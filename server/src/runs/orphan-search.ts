import type { CollectionDefinition } from '../collections/collection';
import { possibleDocumentIds } from '../collections/document-id';
import type { SearchDocument } from '../collections/search-document';
import { isOwnedBy } from '../drift/ownership';
import type { StoredDocument } from '../engine/search-engine';
import type { Portion } from '../writer/portion';
import type { RunContext } from './run-context';

/** Candidates for a purge, sorted by what the database says of them now. */
export interface SortedCandidates {
  /** What the database says of the documents the candidates belong to. */
  portion: Portion;
  /** In scope: to be pushed again. */
  living: SearchDocument[];
  /** Ids that are to go. */
  orphans: string[];
  /** Ids that stay: somebody else's, or of documents with a failure, which keep their last good version. */
  spared: string[];
}

/** Looks candidates for a purge up in the database again, for an update may have read them at an earlier moment. */
export function createOrphanSearch(
  { reader, failures, collections }: Pick<RunContext, 'reader' | 'failures' | 'collections'>,
  collection: CollectionDefinition,
) {
  return {
    async sort(candidates: readonly StoredDocument[]): Promise<SortedCandidates> {
      const ours = candidates
        .filter((candidate) => isOwnedBy(collection, collections(), candidate))
        .map((document) => document._meilisearch_id);
      const documentIds = [...new Set(ours.flatMap((id) => possibleDocumentIds(collection.modelName, id)))];
      const portion = await reader.documents(collection, documentIds);
      const failing = await failures.among(collection.uid, documentIds);
      for (const { documentId } of portion.failures) failing.add(documentId);
      const mustBeSpared = (id: string) =>
        possibleDocumentIds(collection.modelName, id).some((documentId) => failing.has(documentId));

      const candidateIds = new Set(ours);
      const living = portion.upserts.filter(({ id }) => candidateIds.has(id) && !mustBeSpared(id));
      const livingIds = new Set(portion.upserts.map(({ id }) => id));
      const orphans = ours.filter((id) => !livingIds.has(id) && !mustBeSpared(id));
      const gone = new Set([...orphans, ...living.map(({ id }) => id)]);
      const spared = candidates.map((document) => document._meilisearch_id).filter((id) => !gone.has(id));
      return { portion, living, orphans, spared };
    },
  };
}
