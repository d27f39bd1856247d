import type { Entry } from '../config/options';
import type { CollectionDefinition } from './collection';

/** A narrower scope than the collection's own, as a partial update has it. */
export interface Narrowing {
  filters?: Record<string, unknown>;
  locale?: string;
}

/**
 * The port to the entries of a collection. Only committed rows in scope are seen; every read throws when it cannot be
 * done, and never answers with less than there is.
 */
export interface EntrySource {
  /** How many entries are in scope. */
  count(collection: CollectionDefinition, narrowing?: Narrowing): Promise<number>;

  /**
   * Reads entries in the order of their row ids, after `cursor`. Rows come and go meanwhile, so this goes by keyset:
   * none is skipped because an earlier one vanished. An empty page is the end.
   */
  page(
    collection: CollectionDefinition,
    position: { after: number; limit: number; narrowing?: Narrowing },
  ): Promise<Entry[]>;

  /** All entries in scope of these documents, in all locales of the scope. */
  ofDocuments(collection: CollectionDefinition, documentIds: readonly string[]): Promise<Entry[]>;
}
