import type { CollectionDefinition } from '../collections/collection';
import { possibleDocumentIds, readSearchDocumentId, searchDocumentId } from '../collections/document-id';
import type { EntrySource } from '../collections/entry-source';
import { EngineError, type DocumentPage, type SearchEngine, type StoredDocument } from '../engine/search-engine';
import { isOwnedBy } from './ownership';
import { type Lot, lotsOf, readLot } from './lots';
import type { Suspect } from './suspect';

/** Documents read at once. */
const PAGE = 2000;
/** Each page begins so many documents before the end of the last: deletions meanwhile move up what follows. */
const OVERLAP = 100;
/** Lots are so far apart in one number that no offset reaches from one into the next. */
const LOT = 10 ** 12;

/** The engine cannot filter by what tells collections apart: somebody has changed the settings of the index. */
export class Untraceable extends Error {
  override readonly name = 'Untraceable';
}

/** A page of documents, and who of them nobody knows. */
export interface TracedPage {
  /** Where to go on. */
  readonly position: number;
  readonly suspects: readonly Suspect[];
}

/**
 * Looks the documents of a collection's indexes up in the database, a page at a time; `null` at the end. A suspect may
 * come twice.
 * @throws Untraceable
 */
export function createDocumentTrace(
  deps: { source: EntrySource; engine: SearchEngine; collections: () => readonly CollectionDefinition[] },
  collection: CollectionDefinition,
): (position: number) => Promise<TracedPage | null> {
  const { source, engine, collections } = deps;
  const { uid, modelName } = collection;
  const lots = lotsOf(collection.indexes, { uid });

  const read = async (lot: Lot, offset: number): Promise<DocumentPage> => {
    try {
      return await readLot(engine, lot, { offset, limit: PAGE });
    } catch (error) {
      if (!(error instanceof EngineError) || error.fault !== 'rejected') throw error;
      throw new Untraceable(
        `Meilisearch cannot tell the documents of this collection apart in index "${lot.index}" (${error.message}). ` +
          'An Update mends the settings of the index.',
        { cause: error },
      );
    }
  };

  const documentIdsOf = (id: string): string[] => {
    const entry = readSearchDocumentId(modelName, id);
    return entry ? [entry.documentId] : possibleDocumentIds(modelName, id);
  };

  const unknownAmong = async (documents: readonly StoredDocument[]): Promise<string[]> => {
    const ids = documents
      .filter((document) => isOwnedBy(collection, collections(), document))
      .map((document) => document._meilisearch_id);
    const documentIds = [...new Set(ids.flatMap(documentIdsOf))];
    const living = await source.identitiesOf(collection, documentIds);
    const known = new Set(living.map(({ documentId, locale }) => searchDocumentId(modelName, documentId, locale)));
    return ids.filter((id) => !known.has(id));
  };

  return async (position) => {
    const [number, offset] = [Math.floor(position / LOT), position % LOT];
    const lot = lots[number];
    if (!lot) return null;
    const { documents, total } = await read(lot, offset);
    const isLast = documents.length <= OVERLAP || offset + documents.length >= total;
    const ids = await unknownAmong(documents);
    return {
      position: isLast ? (number + 1) * LOT : position + documents.length - OVERLAP,
      suspects: ids.map((id) => ({
        id,
        index: lot.index,
        entry: readSearchDocumentId(modelName, id),
        indecision: null,
      })),
    };
  };
}
