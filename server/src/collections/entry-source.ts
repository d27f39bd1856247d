import type { Entry } from '../config/options';
import type { CollectionDefinition } from './collection';

/** A narrower scope than the collection's own, as a partial update has it. */
export interface Narrowing {
  filters?: Record<string, unknown>;
  locale?: string;
}

/** Which entry a row is, without its content. */
export interface EntryIdentity {
  /** Of the row. */
  id: number;
  documentId: string;
  locale: string | null;
  /** Milliseconds since the epoch; `null` where the row does not say. */
  updatedAt: number | null;
}

/** Row ids after `after` and, where it is not `null`, up to and with `until`. */
export interface RowRange {
  after: number;
  until: number | null;
}

/**
 * The port to the entries of a collection. Only committed rows in scope are seen; every read throws when it cannot be
 * done, and never answers with less than there is.
 */
export interface EntrySource {
  /** How many entries are in scope; those that come and go meanwhile may be counted or not. */
  count(collection: CollectionDefinition, narrowing?: Narrowing): Promise<number>;

  /** The highest row id there is now, in scope or not; 0 where there is none. */
  lastRow(collection: CollectionDefinition): Promise<number>;

  /**
   * Reads entries in the order of their row ids. Rows come and go meanwhile, so this goes by keyset: none is skipped
   * because an earlier one vanished. An empty page is the end.
   */
  page(
    collection: CollectionDefinition,
    position: RowRange & { limit: number; narrowing?: Narrowing },
  ): Promise<Entry[]>;

  /** Like {@link EntrySource.page}, without the content. */
  identities(collection: CollectionDefinition, position: RowRange & { limit: number }): Promise<EntryIdentity[]>;

  /** Which entries in scope these documents have. */
  identitiesOf(collection: CollectionDefinition, documentIds: readonly string[]): Promise<EntryIdentity[]>;

  /** All entries in scope of these documents, in all locales of the scope. */
  ofDocuments(collection: CollectionDefinition, documentIds: readonly string[]): Promise<Entry[]>;
}
