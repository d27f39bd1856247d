/**
 * The shapes that leave the plugin: what the admin HTTP API and the service API answer. A list of words stands here as such
 * where it is read at run time too.
 * The names are public (docs/http-api.md): scripts and the admin panel rely on them.
 */

/** What a run does: make equal, look, mend the differences found, or take a collection out of the engine. */
export const RUN_KINDS = ['update', 'check', 'repair', 'disable'] as const;

export type RunKind = (typeof RUN_KINDS)[number];

/** Where a run stands. All but `queued`, `running` and `awaiting-confirmation` are terminal. */
export const RUN_STATUSES = [
  'queued',
  'running',
  'awaiting-confirmation',
  'succeeded',
  'succeeded-with-failures',
  'failed',
  'canceled',
] as const;

export type RunStatus = (typeof RUN_STATUSES)[number];

/**
 * What a running run is at. An update: settings and start, reading and pushing, waiting for the engine, deleting what is not
 * ours any more. A check: looking up entries in the index, then documents in the database. A repair: mending differences.
 */
export type RunPhase = 'starting' | 'reading' | 'settling' | 'purging' | 'comparing' | 'tracing' | 'repairing';

/**
 * How closely a check looks, from the shallowest to the closest. `quick`: which documents there are, and the versions of
 * entries changed of late; `full`: the versions of all; `deep`: their contents, so that a document that was edited in the
 * engine is found too.
 */
export const CHECK_DEPTHS = ['quick', 'full', 'deep'] as const;

export type CheckDepth = (typeof CHECK_DEPTHS)[number];

/** Who or what started a run; `user` is the admin's name or address when there was one. */
export interface Trigger {
  by: 'admin' | 'schedule' | 'boot' | 'config' | 'cli' | 'api';
  user: string | null;
}

/** What a run has counted so far; `total` is `null` until the scope was counted. */
export interface RunCounts {
  total: number | null;
  read: number;
  pushed: number;
  unchanged: number;
  excluded: number;
  failed: number;
  purged: number;
  missing: number;
  stale: number;
  orphaned: number;
  /** Documents that a check leaves to the next: different, while changes that may be about them were still under way. */
  undecided: number;
}

/** How fast a run goes; both are `null` while that is unknown. */
export interface RunPace {
  /** Entries read in a second, over the last few seconds. */
  rate: number | null;
  secondsLeft: number | null;
}

/** One run as the ledger knows it. Times are ISO 8601 strings; `stamp` is milliseconds on the engine's clock. */
export interface Run {
  id: number;
  kind: RunKind;
  uid: string;
  trigger: Trigger;
  status: RunStatus;
  /** `null` unless it is running. */
  phase: RunPhase | null;
  startedAt: string | null;
  finishedAt: string | null;
  stamp: number | null;
  counts: RunCounts;
  pace: RunPace;
  /**
   * Set on a terminal run that failed or left something to a person (differences above `check.abortAbove`, say), and on a
   * running one that waits (the engine is away, say).
   */
  error: string | null;
  /** How closely a check looks, or looked whose differences a repair mends; `null` for other kinds. */
  depth: CheckDepth | null;
  /** The check whose differences a repair mends; `null` for other kinds. */
  checkId: number | null;
}

/** What is wrong with a document: in the database only, of another version, in the index only. */
export const VERDICTS = ['missing', 'stale', 'orphaned'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** One document that a check found different, and what a repair did about it. */
export interface RunItem {
  /** Of the search document: its `_meilisearch_id`. */
  id: string;
  index: string;
  /** `null` where the id tells nothing of an entry, as of a document that somebody else gave our `_strapi.uid`. */
  documentId: string | null;
  locale: string | null;
  verdict: Verdict;
  /** `null` in a check, which only looks. */
  action: 'pushed' | 'deleted' | 'none' | null;
  /**
   * `repaired`: seen to be equal afterwards. `equal`: there was no difference any more. `failed`: it is on the list of
   * failures, or was still different however often it was pushed or deleted. `null` in a check.
   */
  result: 'repaired' | 'equal' | 'failed' | null;
}

/** A run with the first of its items; `GET /runs/:id/items` has them all, in pages. */
export interface RunWithItems extends Run {
  items: RunItem[];
}

/** Both sides of one search document, without `_strapi`; `null` where a side has none. */
export interface Comparison {
  id: string;
  index: string;
  locale: string | null;
  database: Record<string, unknown> | null;
  engine: Record<string, unknown> | null;
  /** Why no search document can be made of the entry, which is in the database all the same; else `null`. */
  error: string | null;
}

/**
 * How a search document stands in an index, as both sides were just read. `pending`: a mark waits that is about it, or that
 * may be about what differs. `failing`: it does not get through. `excluded`: `filterEntry` or `transformEntry` leaves its
 * entry out. `in-sync`: the index has what it ought to have. Else what is wrong.
 */
export type DocumentState = 'in-sync' | 'pending' | 'excluded' | 'failing' | Verdict;

/** How a search document stands in one index. */
export interface IndexStanding {
  uid: string;
  state: DocumentState;
  /** When what lies there was pushed, by the engine's clock; `null` where nothing does, or nothing that we have pushed. */
  syncedAt: string | null;
  /** Why it does not get through; `null` where no failure is known. */
  error: string | null;
}

/** How an entry stands: one in scope, or one that an index has all the same. */
export interface EntryStanding {
  locale: string | null;
  /** Of its search document: its `_meilisearch_id`. */
  id: string;
  indexes: IndexStanding[];
}

/** The answer of `GET /documents/:uid/:documentId`; without entries where none is in scope and no index has any. */
export interface DocumentStanding {
  documentId: string;
  entries: EntryStanding[];
}

/** The answer of `POST /documents/:uid/:documentId/sync`: the document whose present state is about to be pushed. */
export interface MarkedDocument {
  uid: string;
  documentId: string;
}

/** The state of a collection, worst first where several hold; docs/http-api.md explains each. */
export type CollectionState =
  'disabled' | 'never-indexed' | 'running' | 'pending' | 'in-sync' | 'drifted' | 'failing' | 'unreachable';

/** What the last update, check or repair left different between both sides; `at` is an ISO 8601 string. */
export interface Drift {
  missing: number;
  stale: number;
  orphaned: number;
  at: string;
  /** The check that lists these differences, and whose repair mends them; absent after an update. */
  checkId?: number;
  /** How many more that check has found than it lists: no repair mends these, an update does. Absent where it lists all. */
  unlisted?: number;
}

/** One row of the Collections page. A count is `null` where it is unknown: unknown is never 0. */
export interface Collection {
  uid: string;
  modelName: string;
  displayName: string;
  /** Where in the Content Manager its entries are edited, as its addresses have it; `null` where that does not show them. */
  contentManager: 'collection-types' | 'single-types' | null;
  enabled: boolean;
  /** `documents` counts the whole index, other collections' documents included. */
  indexes: { uid: string; documents: number | null }[];
  scope: { status: 'draft' | 'published'; locale: string | string[] | null };
  databaseCount: number | null;
  excludedCount: number | null;
  expectedCount: number | null;
  /** Documents of this collection in its index; where it has several, in the one furthest from what is expected. */
  indexedCount: number | null;
  pending: number;
  failing: number;
  state: CollectionState;
  drift: Drift | null;
  activeRun: Run | null;
  lastUpdate: Run | null;
  lastCheck: Run | null;
  /** Why this collection is not synced although it is enabled; empty when nothing is wrong. */
  problems: ConfigProblem[];
}

/** Something wrong in the configuration: where, what was found, what would be right. */
export interface ConfigProblem {
  /** As in `collections.api::offer.offer.indexName`. */
  path: string;
  given: string;
  allowed: string;
}

/** A document that could not be read, transformed or pushed. */
export interface Failure {
  id: number;
  uid: string;
  documentId: string;
  locale: string | null;
  index: string | null;
  stage: 'read' | 'transform' | 'push';
  message: string;
  hint: string | null;
  attempts: number;
  firstAt: string;
  lastAt: string;
  nextAttemptAt: string | null;
}

/** Whether the engine answers, and its own words when it does not as it should. */
export interface EngineStatus {
  reachable: boolean;
  version: string | null;
  error: string | null;
}

/** The answer of `GET /status`. */
export interface Status {
  engine: EngineStatus;
  outbox: { pending: number; failing: number; oldestAt: string | null };
  activeRuns: Run[];
  config: { problems: ConfigProblem[] };
  /** The trend: differences that checks have found in the last so many days; `null` where no check or update ended in them. */
  drift: { found: number; days: number } | null;
}

/** The answer of `GET /settings`; the key itself never leaves the server. */
export interface Settings {
  host: string;
  apiKeySet: boolean;
  source: 'file' | 'database';
  problems: ConfigProblem[];
}

/** The answer of `POST /settings/test`. */
export interface ConnectionVerdict extends EngineStatus {
  /** Key actions that the plugin needs and the key lacks. */
  missingKeyActions: string[];
}

/** Page numbers count from 1. */
export interface Pagination {
  page: number;
  pageSize: number;
  pageCount: number;
  total: number;
}
