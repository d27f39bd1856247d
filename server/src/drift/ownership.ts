import type { CollectionDefinition } from '../collections/collection';
import { isGeneratedId } from '../collections/document-id';
import type { StoredDocument } from '../engine/search-engine';

/**
 * Whether a document in an index is a collection's own: by its `_strapi.uid`, or, where strapi-plugin-meilisearch left it,
 * by its id.
 * @param synced - all collections that are synced
 */
export function isOwnedBy(
  collection: CollectionDefinition,
  synced: readonly CollectionDefinition[],
  { _meilisearch_id: id, _strapi }: StoredDocument,
): boolean {
  if (_strapi) return _strapi.uid === collection.uid;
  return isGeneratedId(collection.modelName, id) && !isAmbiguous(collection, synced);
}

/** Another content type of the same modelName in the same index: an id alone does not tell whose it is. */
function isAmbiguous(collection: CollectionDefinition, synced: readonly CollectionDefinition[]): boolean {
  return synced.some(
    ({ uid, modelName, indexes }) =>
      uid !== collection.uid &&
      modelName === collection.modelName &&
      indexes.some((index) => collection.indexes.includes(index)),
  );
}
