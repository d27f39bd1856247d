import type { CheckDepth } from '../contract';
import type { SearchEngine, StoredDocument } from '../engine/search-engine';
import { inPortions } from '../database/table';

/** Documents asked for in one request. */
const AT_ONCE = 1000;

const WITHOUT_CONTENT = ['_meilisearch_id', '_strapi'];

/** What an index has under these ids, as much of each as a check of this depth compares; absent ones are not in the answer. */
export async function readStored(
  engine: SearchEngine,
  index: string,
  ids: readonly string[],
  depth: CheckDepth,
): Promise<Map<string, StoredDocument>> {
  const stored = new Map<string, StoredDocument>();
  for (const portion of inPortions(ids, AT_ONCE)) {
    const { documents } = await engine.documents(index, {
      ids: portion,
      limit: portion.length,
      ...(depth === 'deep' ? {} : { fields: WITHOUT_CONTENT }),
    });
    for (const document of documents) stored.set(document._meilisearch_id, document);
  }
  return stored;
}
