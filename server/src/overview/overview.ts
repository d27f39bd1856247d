import { canExclude, type CollectionDefinition } from '../collections/collection';
import type { CollectionRecords } from '../collections/collection-records';
import type { EntrySource } from '../collections/entry-source';
import type { Registry } from '../collections/registry';
import type { Collection, ConfigProblem, EngineStatus, Run, Status } from '../contract';
import { EngineError, type SearchEngine } from '../engine/search-engine';
import type { Failures } from '../failures/failures';
import type { Outbox } from '../outbox/outbox';
import type { Ledger } from '../runs/ledger';
import { toRun } from '../runs/run-record';
import { collectionState } from './collection-state';
import { type Counted, createCounted } from './counted';
import { createIndexCounts } from './index-counts';

const DAY = 86_400_000;
/** How far back the trend of differences reaches. */
const TREND_DAYS = 30;

/** How things stand, for the admin panel and for scripts. */
export interface Overview {
  status(): Promise<Status>;
  collections(): Promise<Collection[]>;
}

export function createOverview(deps: {
  registry: Registry;
  records: CollectionRecords;
  source: EntrySource;
  ledger: Ledger;
  outbox: Outbox;
  failures: Failures;
  exclusions: { countByUid(): Promise<Map<string, number>> };
  /** An engine that is asked with little patience; of the collection, or the common one. */
  engineOf: (collection: CollectionDefinition | null) => Promise<SearchEngine>;
  problems: readonly ConfigProblem[];
  monotonic: () => number;
  log: { error: (message: string) => void };
}): Overview {
  const { registry, records, source, ledger, outbox, failures, exclusions, engineOf, problems, monotonic, log } = deps;
  const databaseCounts = new Map<string, Counted>();
  // There may be as many as entries.
  const excludedCounts = createCounted(() => exclusions.countByUid(), monotonic);

  const databaseCount = (collection: CollectionDefinition): Counted => {
    const counted = databaseCounts.get(collection.uid) ?? createCounted(() => source.count(collection), monotonic);
    databaseCounts.set(collection.uid, counted);
    return counted;
  };

  /** A collection that cannot be read (a wrong filter, say) must not hide how the others stand. */
  const knownCount = async ({ uid }: CollectionDefinition, count: () => Promise<number>): Promise<number | null> => {
    try {
      return await count();
    } catch (error) {
      log.error(`meilisearch: the entries of ${uid} cannot be counted: ${String(error)}`);
      return null;
    }
  };

  const engineStatus = async (): Promise<EngineStatus> => {
    try {
      return { reachable: true, version: await (await engineOf(null)).version(), error: null };
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      return { reachable: error.fault !== 'unavailable', version: null, error: error.message };
    }
  };

  const beginLook = createIndexCounts(engineOf);

  return {
    async status() {
      const [engine, backlog, failing, active, found] = await Promise.all([
        engineStatus(),
        outbox.backlog(registry.synced().map(({ uid }) => uid)),
        failures.countByUid(),
        ledger.active(),
        ledger.foundSince(Date.now() - TREND_DAYS * DAY),
      ]);
      return {
        engine,
        outbox: {
          pending: backlog.pending,
          failing: [...failing.values()].reduce((sum, count) => sum + count, 0),
          oldestAt: backlog.oldestAt === null ? null : new Date(backlog.oldestAt).toISOString(),
        },
        activeRuns: active.map(toRun),
        config: { problems: [...problems] },
        drift: found === null ? null : { found, days: TREND_DAYS },
      };
    },

    async collections() {
      await registry.refresh();
      const [recorded, pending, failing, excluded, active] = await Promise.all([
        records.all(),
        outbox.pendingByUid(),
        failures.countByUid(),
        excludedCounts.get(),
        ledger.active(),
      ]);
      const recordOf = new Map(recorded.map((record) => [record.uid, record]));
      const lastIds = recorded.flatMap(({ lastUpdateId, lastCheckId }) => [lastUpdateId, lastCheckId]);
      const lastRuns = await ledger.findMany(lastIds.filter((id) => id !== null));
      const runOf = (id: number | null | undefined): Run | null => {
        const found = lastRuns.find((run) => run.id === id);
        return found ? toRun(found) : null;
      };

      const countIndexes = beginLook();
      const view = async (definition: CollectionDefinition): Promise<Collection> => {
        const { uid, scope } = definition;
        const record = recordOf.get(uid);
        const counted = databaseCount(definition);
        const [seen, indexes] = await Promise.all([knownCount(definition, counted.get), countIndexes(definition)]);
        const owned = indexes.map(({ own }) => own);
        const wasIndexed = record?.lastCompleteUpdateId != null;
        // What the user's functions leave out is known once they have seen every entry.
        const excludedOf = (counts: ReadonlyMap<string, number>) =>
          wasIndexed || !canExclude(definition) ? (counts.get(uid) ?? 0) : null;
        const activeRun = active.find((run) => run.uid === uid);
        // Before a difference is shown, both sides are of now: a count of a moment ago may differ for no reason.
        // What is not synced always differs, and nobody is shown that: it would be counted at every poll.
        const differs =
          registry.isEnabled(uid) &&
          owned.some((own) => own !== null && own !== (seen ?? 0) - (excludedOf(excluded) ?? 0));
        const inDatabase = differs ? await knownCount(definition, counted.again) : seen;
        const excludedCount = excludedOf(differs ? await excludedCounts.again() : excluded);
        const expectedCount = excludedCount === null || inDatabase === null ? null : inDatabase - excludedCount;
        const facts = {
          enabled: registry.isEnabled(uid),
          expectedCount,
          indexedCount: furthestFrom(expectedCount ?? inDatabase ?? 0, owned),
          pending: pending.get(uid) ?? 0,
          failing: failing.get(uid) ?? 0,
          drift: record?.drift ?? null,
        };
        return {
          uid,
          modelName: definition.modelName,
          displayName: definition.displayName,
          contentManager: definition.contentManager,
          indexes: indexes.map(({ uid, documents }) => ({ uid, documents })),
          scope: {
            status: scope.status,
            locale: typeof scope.locale === 'string' ? scope.locale : scope.locale && [...scope.locale],
          },
          databaseCount: inDatabase,
          excludedCount,
          ...facts,
          state: collectionState({
            ...facts,
            isReachable: indexes.every(({ documents }) => documents !== null),
            isRunning: activeRun !== undefined && activeRun.status !== 'awaiting-confirmation',
            wasIndexed,
          }),
          activeRun: activeRun ? toRun(activeRun) : null,
          lastUpdate: runOf(record?.lastUpdateId),
          lastCheck: runOf(record?.lastCheckId),
          problems: [...definition.problems],
        };
      };
      const definitions = [...registry.definitions.values()];
      return Promise.all(definitions.sort((one, other) => one.displayName.localeCompare(other.displayName)).map(view));
    },
  };
}

/** Of several indexes the one that is least as it should be; `null` as soon as one is unknown. */
function furthestFrom(expected: number, counts: readonly (number | null)[]): number | null {
  return counts.reduce((furthest, count) => {
    if (furthest === null || count === null) return null;
    return Math.abs(count - expected) > Math.abs(furthest - expected) ? count : furthest;
  });
}
