import type { CollectionDefinition } from '../collections/collection';
import type { Comparison, DocumentStanding, MarkedDocument } from '../contract';
import { compareDocument } from '../drift/comparison';
import type { SearchEngine } from '../engine/search-engine';
import type { Failures } from '../failures/failures';
import { editedMark } from '../outbox/mark';
import type { Outbox } from '../outbox/outbox';
import { documentStanding } from '../overview/document-standing';
import type { PortionReader } from '../writer/portion-reader';
import { NotFound } from './errors';

/** What one can ask about a single document, and have done about it. */
export interface Documents {
  /** Both sides of a document as they are now. */
  compare(uid: string, documentId: string): Promise<Comparison[]>;
  /** How a document stands in each index, in all its locales. */
  document(uid: string, documentId: string): Promise<DocumentStanding>;
  /** Pushes a document again as it is then, and takes out of the index what is not in the database any more. */
  syncDocument(uid: string, documentId: string): Promise<MarkedDocument>;
}

/**
 * @param deps.collections - all collections that are synced
 * @param deps.collectionOf - the collection of this uid. Throws where it is not synced
 * @param deps.isStored - whether the database has a document at all, in scope or not
 */
export function createDocuments(deps: {
  reader: Pick<PortionReader, 'preview'>;
  outbox: Pick<Outbox, 'add' | 'marksAmong'>;
  failures: Pick<Failures, 'ofDocument'>;
  engineOf: (collection: CollectionDefinition) => Promise<SearchEngine>;
  collections: () => readonly CollectionDefinition[];
  collectionOf: (uid: string) => CollectionDefinition;
  isStored: (uid: string, documentId: string) => Promise<boolean>;
  wake: () => void;
}): Documents {
  const { outbox, engineOf, collectionOf, isStored, wake } = deps;

  return {
    async compare(uid, documentId) {
      const collection = collectionOf(uid);
      return compareDocument({ ...deps, engine: await engineOf(collection) }, collection, documentId);
    },

    async document(uid, documentId) {
      const collection = collectionOf(uid);
      const standing = await documentStanding({ ...deps, engine: await engineOf(collection) }, collection, documentId);
      if (standing.entries.length === 0 && !(await isStored(uid, documentId))) {
        throw new NotFound(`neither the database nor Meilisearch has a document ${documentId} of ${uid}`);
      }
      return standing;
    },

    async syncDocument(uid, documentId) {
      collectionOf(uid);
      await outbox.add([editedMark(uid, documentId)], wake);
      return { uid, documentId };
    },
  };
}
