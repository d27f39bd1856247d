import type { Collection } from '../contract';

/**
 * A content type in one of its indexes, by the names of strapi-plugin-meilisearch 0.16. A count is `null` where it is unknown,
 * which was 0 there.
 */
export interface ContentTypeReport {
  /** Its modelName. */
  collection: string;
  contentType: string;
  indexUid: string;
  indexed: boolean;
  isIndexing: boolean;
  /** All that the index holds. */
  numberOfDocuments: number | null;
  /** Entries of all content types that go to this index. */
  numberOfEntries: number | null;
  listened: boolean;
}

/** The report on all collections; one with several indexes has a row for each. */
export function reportContentTypes(collections: readonly Collection[]): ContentTypeReport[] {
  const entriesFor = (index: string): number | null =>
    collections
      .filter(({ indexes }) => indexes.some(({ uid }) => uid === index))
      .reduce<number | null>((sum, { databaseCount }) => plus(sum, databaseCount), 0);

  return collections.flatMap(({ uid, modelName, enabled, problems, state, indexes }) => {
    const isSynced = enabled && problems.length === 0;
    return indexes.map((index) => ({
      collection: modelName,
      contentType: uid,
      indexUid: index.uid,
      indexed: isSynced,
      isIndexing: state === 'running' || state === 'pending',
      numberOfDocuments: index.documents,
      numberOfEntries: entriesFor(index.uid),
      listened: isSynced,
    }));
  });
}

function plus(sum: number | null, count: number | null): number | null {
  return sum === null || count === null ? null : sum + count;
}
