/**
 * The port to a search engine: everything the plugin asks of one, in the plugin's own words.
 * Adapters: `meilisearch-engine.ts`, and an in-memory one for tests; `tests/contract` holds the suite that both pass.
 *
 * Every call may throw an {@link EngineError}; none answers an error with an empty result.
 */

/** A task the engine has accepted: durable from this moment on. */
export interface EnqueuedTask {
  uid: number;
  /** Milliseconds since the epoch on the engine's clock: the source of stamps. */
  enqueuedAt: number;
}

/** A line of JSON; bytes are UTF-8. */
export type Line = string | Buffer;

/** The engine's own words on why something was not done. */
export interface EngineRefusal {
  code: string;
  message: string;
}

/** Where a task stands. `unknown`: the engine has forgotten it, which says nothing about its outcome. */
export type Task =
  | { uid: number; status: 'enqueued' | 'processing' | 'canceled' | 'unknown' }
  | {
      uid: number;
      status: 'succeeded';
      /** Documents in the payload as the engine parsed it; `null` for tasks without documents. */
      received: number | null;
      /** Documents a deletion removed; `null` for other tasks. */
      deleted: number | null;
      /** Milliseconds the engine worked on the batch of this task. */
      duration: number;
    }
  | {
      uid: number;
      status: 'failed';
      refusal: EngineRefusal;
      /** `engine`: try the same again later (full disk, embedder away). `data`: the payload or the settings are at fault. */
      blames: 'engine' | 'data';
    };

/** Which documents of an index: those of a collection, those of it stamped before a moment, or those without `_strapi`. */
export type DocumentFilter = { uid: string; syncedBefore?: number } | { unowned: true };

/** A document as it lies in the engine; only the requested fields are there. */
export interface StoredDocument {
  _meilisearch_id: string;
  _strapi?: { uid: string; syncedAt: number; version: string };
  [field: string]: unknown;
}

/** A page of an index, in the engine's own order; `total` counts all documents that match. */
export interface DocumentPage {
  documents: StoredDocument[];
  total: number;
}

/** Settings of an index by Meilisearch's names; a key that is absent from a patch is left as it is. */
export type IndexSettings = Record<string, unknown>;

/** The primary key of every index the plugin makes. */
export const PRIMARY_KEY = '_meilisearch_id';

export interface SearchEngine {
  /** The engine's version, as in `1.21.0`; also proves that the key is accepted. */
  version(): Promise<string>;

  /** The engine's clock now, in milliseconds since the epoch, taken from a task that changes nothing. */
  now(index: string): Promise<number>;

  /** Creates an index with {@link PRIMARY_KEY}; the task fails with `index_already_exists` where there is one. */
  createIndex(index: string): Promise<EnqueuedTask>;

  /** Deletes an index with its documents and settings. */
  deleteIndex(index: string): Promise<EnqueuedTask>;

  /** The settings of an index, or `null` where there is no such index. */
  settings(index: string): Promise<IndexSettings | null>;

  /** Sets what the patch names and leaves the rest. */
  updateSettings(index: string, patch: IndexSettings): Promise<EnqueuedTask>;

  /**
   * Adds or replaces documents.
   * @param lines - each a document as one line of JSON, in UTF-8 where in bytes, with its `_meilisearch_id`; gone through
   *   as they are sent, and more than once
   */
  addDocuments(index: string, lines: Iterable<Line>): Promise<EnqueuedTask>;

  /** Deletes documents by their exact ids; absent ones are passed over. */
  deleteDocuments(index: string, ids: readonly string[]): Promise<EnqueuedTask>;

  /** Deletes what matches when the engine comes to this task, not when it is called. */
  deleteMatching(index: string, filter: { uid: string; syncedBefore?: number }): Promise<EnqueuedTask>;

  /** Counts documents exactly; `null` where there is no such index. */
  countDocuments(index: string, filter?: DocumentFilter): Promise<number | null>;

  /** How large the indexes are, in one question. */
  indexSizes(): Promise<IndexSizes>;

  /** Reads documents by filter or by exact ids; no such index reads as an empty page. */
  documents(
    index: string,
    query: {
      filter?: DocumentFilter;
      ids?: readonly string[];
      fields?: readonly string[];
      offset?: number;
      limit?: number;
    },
  ): Promise<DocumentPage>;

  /** The top-level fields that documents of an index have, in no order of meaning; none where there is no such index. */
  storedFields(index: string): Promise<string[]>;

  /** The states of these tasks, in the order asked for. */
  tasks(uids: readonly number[]): Promise<Task[]>;

  /**
   * The actions that the plugin needs and this engine's key lacks. Changes nothing on the engine.
   * @param index - a name that the key should be good for; the index need not exist
   */
  missingKeyActions(index: string): Promise<string[]>;
}

/** How large all indexes are that the key opens. */
export interface IndexSizes {
  /** Differs from that of an earlier look where documents have changed since; what is read after it is not older. */
  readonly changed: string;
  /** Documents of each index. */
  readonly documents: ReadonlyMap<string, number>;
}

/**
 * Why a call to the engine did not succeed.
 * - `unavailable`: no answer in time, or one that says "later" (5xx, 408, 429, disk full): wait and try again
 * - `unauthorized`: the key is missing, wrong or lacks a right: wait for a person
 * - `rejected`: the request itself is wrong: trying the same again is pointless
 */
export type EngineFault = 'unavailable' | 'unauthorized' | 'rejected';

/** An engine's failure to do as asked, with its own words as the message. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly fault: EngineFault,
    /** The engine's code, as `invalid_api_key`; or the system's, as `ECONNREFUSED`. */
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
