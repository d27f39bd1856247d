import type { CollectionDefinition } from '../collections/collection';
import { localeOf, searchDocumentId } from '../collections/document-id';
import type { Comparison } from '../contract';
import type { SearchEngine } from '../engine/search-engine';
import type { PortionReader } from '../writer/portion-reader';
import { readStored } from './read-stored';
import { contentOf, pushedContent } from './verdict';

/**
 * Both sides of a document, in all its locales and indexes, as they are now; for a person who wants to see what differs.
 * Only what the index may hold is shown of the database: it is sanitized and transformed. Changes nothing.
 */
export async function compareDocument(
  { engine, reader }: { engine: SearchEngine; reader: Pick<PortionReader, 'preview'> },
  collection: CollectionDefinition,
  documentId: string,
): Promise<Comparison[]> {
  const { upserts, deletions, failures } = await reader.preview(collection, [documentId]);
  const errors = new Map(
    failures.map(({ locale, message }) => [searchDocumentId(collection.modelName, documentId, locale), message]),
  );
  const comparisons: Comparison[] = [];
  for (const index of collection.indexes) {
    const ids = [...upserts.map(({ id }) => id), ...errors.keys(), ...deletions];
    const stored = await readStored(engine, index, ids, 'content');
    for (const id of ids) {
      const document = upserts.find((candidate) => candidate.id === id);
      const error = errors.get(id) ?? null;
      const found = stored.get(id);
      if (!document && error === null && !found) continue;
      comparisons.push({
        ...{ id, index },
        locale: document?.locale ?? localeOf(collection.modelName, documentId, id),
        database: document ? pushedContent(document) : null,
        engine: found ? contentOf(found) : null,
        error,
      });
    }
  }
  return comparisons;
}
