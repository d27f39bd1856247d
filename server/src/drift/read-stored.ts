import { isValidSearchDocumentId } from '../collections/document-id';
import { inPortions } from '../database/table';
import type { SearchEngine, StoredDocument } from '../engine/search-engine';

/** How much is read of documents of the index. */
export type Part = 'id' | 'version' | 'content';

/** Documents asked for in one request. */
const AT_ONCE: Record<Part, number> = { id: 2000, version: 1000, content: 500 };

/** What is asked for of each; nothing named is all of it. */
export const FIELDS = { id: ['_meilisearch_id'], version: ['_meilisearch_id', '_strapi'], content: undefined };

/** What an index has under these ids; absent ones are not in the answer. */
export async function readStored(
  engine: SearchEngine,
  index: string,
  ids: readonly string[],
  part: Part,
): Promise<Map<string, StoredDocument>> {
  const read = part === 'id' ? readIds : readDocuments;
  const stored = new Map<string, StoredDocument>();
  // The engine refuses to look for an id that it never takes.
  for (const portion of inPortions(ids.filter(isValidSearchDocumentId), AT_ONCE[part])) {
    for (const document of await read(engine, index, portion, part)) stored.set(document._meilisearch_id, document);
  }
  return stored;
}

async function readDocuments(engine: SearchEngine, index: string, ids: string[], part: Part) {
  const { documents } = await engine.documents(index, { ids, limit: ids.length, fields: FIELDS[part] });
  return documents;
}

/** How many of them there are costs the engine a small part of what it costs to hand them out, and is mostly all or none. */
async function readIds(engine: SearchEngine, index: string, ids: string[]): Promise<StoredDocument[]> {
  const { total } = await engine.documents(index, { ids, limit: 0 });
  if (total === 0) return [];
  return total === ids.length ? ids.map((id) => ({ _meilisearch_id: id })) : readDocuments(engine, index, ids, 'id');
}
