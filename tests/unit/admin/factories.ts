import type { Collection, Run, RunCounts, Settings, Status } from '../../../server/src/contract';
import { type AllowedActions } from '../../../admin/src/permissions';

/** A run of `api::offer.offer` that succeeded. */
export function aRun({ counts, ...values }: Partial<Omit<Run, 'counts'>> & { counts?: Partial<RunCounts> } = {}): Run {
  return {
    id: 1,
    kind: 'update',
    uid: 'api::offer.offer',
    trigger: { by: 'admin', user: 'Ada' },
    status: 'succeeded',
    phase: null,
    startedAt: '2026-05-04T10:00:00.000Z',
    finishedAt: '2026-05-04T10:01:00.000Z',
    stamp: 1_777_888_800_000,
    pace: { rate: null, secondsLeft: null },
    error: null,
    depth: null,
    checkId: null,
    ...values,
    counts: {
      total: null,
      read: 0,
      pushed: 0,
      unchanged: 0,
      excluded: 0,
      failed: 0,
      purged: 0,
      missing: 0,
      stale: 0,
      orphaned: 0,
      undecided: 0,
      ...counts,
    },
  };
}

/** A run that is reading. */
export function aRunningRun(values: Parameters<typeof aRun>[0] = {}): Run {
  return aRun({ status: 'running', phase: 'reading', finishedAt: null, ...values });
}

/** A synced collection without any difference. */
export function aCollection(values: Partial<Collection> = {}): Collection {
  return {
    uid: 'api::offer.offer',
    modelName: 'offer',
    displayName: 'Offer',
    contentManager: 'collection-types',
    enabled: true,
    indexes: [{ uid: 'offers', documents: 95 }],
    scope: { status: 'published', locale: null },
    databaseCount: 100,
    excludedCount: 5,
    expectedCount: 95,
    indexedCount: 95,
    pending: 0,
    failing: 0,
    state: 'in-sync',
    drift: null,
    activeRun: null,
    lastUpdate: null,
    lastCheck: null,
    problems: [],
    ...values,
  };
}

/** An engine that answers, and nothing to do. */
export function aStatus(values: Partial<Status> = {}): Status {
  return {
    engine: { reachable: true, version: '1.14.0', error: null },
    outbox: { pending: 0, failing: 0, oldestAt: null },
    activeRuns: [],
    config: { problems: [] },
    drift: { found: 0, days: 30 },
    ...values,
  };
}

export function someSettings(values: Partial<Settings> = {}): Settings {
  return { host: 'http://localhost:7700', apiKeySet: true, source: 'database', problems: [], ...values };
}

export const ALL_ALLOWED: AllowedActions = {
  read: true,
  enableCollection: true,
  updateCollection: true,
  disableCollection: true,
  editSettings: true,
};

export const A_PROBLEM = { path: 'collections.api::offer.offer.indexName', given: '42', allowed: 'a string' };
