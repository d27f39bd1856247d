/**
 * The plugin's own tables, as raw models: Strapi's schema sync creates them, and nothing else of Strapi
 * (Content Manager, permissions, GraphQL, export) sees them. Disabling the plugin drops them.
 */

/** Uids of the raw models, for `strapi.db.query(uid)`. */
export const TABLES = {
  marks: 'plugin::meilisearch.mark',
  leases: 'plugin::meilisearch.lease',
  collections: 'plugin::meilisearch.collection',
  runs: 'plugin::meilisearch.run',
  items: 'plugin::meilisearch.item',
  failures: 'plugin::meilisearch.failure',
  exclusions: 'plugin::meilisearch.exclusion',
  ticks: 'plugin::meilisearch.tick',
} as const;

export type TableUid = (typeof TABLES)[keyof typeof TABLES];

interface RawAttribute {
  type: 'increments' | 'string' | 'text' | 'integer' | 'biginteger' | 'float' | 'boolean' | 'json' | 'datetime';
  column?: { notNullable?: boolean };
  default?: string | number | boolean;
}

interface RawModel {
  uid: TableUid;
  singularName: string;
  tableName: string;
  attributes: Record<string, RawAttribute>;
  indexes: { name: string; columns: string[]; type?: 'unique' }[];
  foreignKeys: [];
}

// Functions, for Strapi writes the column's name into each attribute.
const id = (): RawAttribute => ({ type: 'increments' });
const text = (): RawAttribute => ({ type: 'text' });
const string = (): RawAttribute => ({ type: 'string' });
const required = (): RawAttribute => ({ type: 'string', column: { notNullable: true } });
const integer = (): RawAttribute => ({ type: 'integer' });
const count = (): RawAttribute => ({ type: 'integer', default: 0 });
const json = (): RawAttribute => ({ type: 'json' });
const flag = (): RawAttribute => ({ type: 'boolean' });
/** Milliseconds since the epoch, and other large numbers; PostgreSQL hands them back as strings. */
const long = (): RawAttribute => ({ type: 'biginteger' });

/** No unique constraint here: an insert must never fail, for it shares the user's transaction. */
const mark: RawModel = {
  uid: TABLES.marks,
  singularName: 'meilisearch-mark',
  tableName: 'meilisearch_marks',
  attributes: {
    id: id(),
    uid: required(),
    documentId: required(),
    kind: required(),
    relatedUid: string(),
    createdAt: long(),
  },
  indexes: [{ name: 'meilisearch_marks_kind_idx', columns: ['kind', 'uid'] }],
  foreignKeys: [],
};

const lease: RawModel = {
  uid: TABLES.leases,
  singularName: 'meilisearch-lease',
  tableName: 'meilisearch_leases',
  attributes: {
    id: id(),
    lane: required(),
    /** `null`: nobody holds it. */
    owner: string(),
    /** Rises with each change of owner. */
    fence: count(),
    /** Rises with each sign of life of the owner. */
    beat: long(),
    /** The last stamp used on this lane. */
    stamp: long(),
  },
  indexes: [{ name: 'meilisearch_leases_lane_uq', columns: ['lane'], type: 'unique' }],
  foreignKeys: [],
};

const collection: RawModel = {
  uid: TABLES.collections,
  singularName: 'meilisearch-collection',
  tableName: 'meilisearch_collections',
  attributes: {
    id: id(),
    uid: required(),
    /** `null`: nobody has decided yet, the configuration counts. */
    enabled: flag(),
    /** Every locale a document of this collection was ever pushed for: what a deletion has to name. */
    locales: json(),
    drift: json(),
    lastUpdateId: integer(),
    /** The last update that ran to its end, which alone makes a collection "indexed". */
    lastCompleteUpdateId: integer(),
    lastCheckId: integer(),
  },
  indexes: [{ name: 'meilisearch_collections_uid_uq', columns: ['uid'], type: 'unique' }],
  foreignKeys: [],
};

const run: RawModel = {
  uid: TABLES.runs,
  singularName: 'meilisearch-run',
  tableName: 'meilisearch_runs',
  attributes: {
    id: id(),
    kind: required(),
    uid: required(),
    status: required(),
    /** `<kind> <uid>` while the run is not over, then `null`: unique, so that one of each can be active. */
    activeKey: string(),
    triggeredBy: required(),
    triggeredByUser: string(),
    options: json(),
    /** What the collection was defined as when the run began, in short. */
    definition: string(),
    phase: string(),
    /** How far reading got, acknowledged by the engine: the row id to go on after. */
    cursor: long(),
    /** The highest row id that is read. */
    until: long(),
    stamp: long(),
    counts: json(),
    pace: json(),
    error: text(),
    /** Of a check: how many differences it has found. */
    found: count(),
    cancelRequested: flag(),
    queuedAt: long(),
    startedAt: long(),
    finishedAt: long(),
  },
  indexes: [
    { name: 'meilisearch_runs_active_uq', columns: ['active_key'], type: 'unique' },
    { name: 'meilisearch_runs_uid_idx', columns: ['uid', 'id'] },
  ],
  foreignKeys: [],
};

/** What a check found different, document by document, and what a repair did about it. */
const item: RawModel = {
  uid: TABLES.items,
  singularName: 'meilisearch-item',
  tableName: 'meilisearch_items',
  attributes: {
    id: id(),
    runId: integer(),
    index: required(),
    /** Of the search document. */
    searchId: required(),
    documentId: string(),
    locale: string(),
    verdict: required(),
    action: string(),
    result: string(),
  },
  indexes: [{ name: 'meilisearch_items_run_idx', columns: ['run_id', 'id'] }],
  foreignKeys: [],
};

const failure: RawModel = {
  uid: TABLES.failures,
  singularName: 'meilisearch-failure',
  tableName: 'meilisearch_failures',
  attributes: {
    id: id(),
    uid: required(),
    documentId: required(),
    locale: string(),
    index: string(),
    stage: required(),
    message: text(),
    hint: text(),
    attempts: count(),
    firstAt: long(),
    lastAt: long(),
    nextAttemptAt: long(),
  },
  indexes: [
    { name: 'meilisearch_failures_doc_idx', columns: ['uid', 'document_id'] },
    { name: 'meilisearch_failures_due_idx', columns: ['next_attempt_at'] },
  ],
  foreignKeys: [],
};

/** Entries in scope that the user's functions leave out; kept so that expected counts are exact between updates. */
const exclusion: RawModel = {
  uid: TABLES.exclusions,
  singularName: 'meilisearch-exclusion',
  tableName: 'meilisearch_exclusions',
  attributes: { id: id(), uid: required(), documentId: required(), locale: string(), stamp: long() },
  indexes: [{ name: 'meilisearch_exclusions_doc_idx', columns: ['uid', 'document_id'] }],
  foreignKeys: [],
};

/** When each scheduled job was last done, so that one instance does what the crons of all ask for. */
const tick: RawModel = {
  uid: TABLES.ticks,
  singularName: 'meilisearch-tick',
  tableName: 'meilisearch_ticks',
  attributes: { id: id(), job: required(), slot: long() },
  indexes: [{ name: 'meilisearch_ticks_job_uq', columns: ['job'], type: 'unique' }],
  foreignKeys: [],
};

/** All raw models, to be added to `strapi.get('models')` in `register()`. */
export const models: readonly RawModel[] = [mark, lease, collection, run, item, failure, exclusion, tick];
