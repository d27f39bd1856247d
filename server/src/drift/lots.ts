import type { DocumentFilter, DocumentPage, SearchEngine } from '../engine/search-engine';
import { FIELDS } from './read-stored';

/** The documents that say whose they are. */
type OwnedFilter = Extract<DocumentFilter, { uid: string }>;

/** The documents of one index that may be a collection's own, as far as the engine can tell. */
export interface Lot<Owned extends OwnedFilter = OwnedFilter> {
  readonly index: string;
  readonly filter: Owned | { unowned: true };
}

/**
 * Where documents of a collection may lie: in each of its indexes those that say so, and those without `_strapi`, which
 * strapi-plugin-meilisearch may have left.
 * @param filter - which of those that say so
 */
export function lotsOf<Owned extends OwnedFilter>(indexes: readonly string[], filter: Owned): Lot<Owned>[] {
  return indexes.flatMap((index): Lot<Owned>[] => [
    { index, filter },
    { index, filter: { unowned: true } },
  ]);
}

/** Reads of the documents of a lot what tells whose they are. */
export function readLot(
  engine: SearchEngine,
  { index, filter }: Lot,
  page: { offset: number; limit: number },
): Promise<DocumentPage> {
  return engine.documents(index, { filter, fields: FIELDS.version, ...page });
}
