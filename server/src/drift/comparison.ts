import type { CollectionDefinition } from '../collections/collection';
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
  const { upserts, deletions } = await reader.preview(collection, [documentId]);
  const comparisons: Comparison[] = [];
  for (const index of collection.indexes) {
    const ids = [...upserts.map(({ id }) => id), ...deletions];
    const stored = await readStored(engine, index, ids, 'content');
    for (const id of ids) {
      const document = upserts.find((candidate) => candidate.id === id);
      const found = stored.get(id);
      if (!document && !found) continue;
      comparisons.push({
        ...{ id, index },
        locale: document?.locale ?? localeOf(collection, documentId, id),
        database: document ? pushedContent(document) : null,
        engine: found ? contentOf(found) : null,
      });
    }
  }
  return comparisons;
}

function localeOf({ modelName }: CollectionDefinition, documentId: string, id: string): string | null {
  const rest = id.slice(`${modelName}-${documentId}-`.length);
  return rest === '' ? null : rest;
}
