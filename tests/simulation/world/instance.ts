import type { CollectionDefinition } from '../../../server/src/collections/collection';
import { createCollectionRecords } from '../../../server/src/collections/collection-records';
import { createExclusions } from '../../../server/src/collections/exclusions';
import { createRegistry, type Registry } from '../../../server/src/collections/registry';
import { globalOptionsSchema } from '../../../server/src/config/options';
import { planMarks } from '../../../server/src/capture/plan-marks';
import type { TableUid } from '../../../server/src/database/models';
import { inTransaction } from '../../../server/src/database/transaction';
import type { SearchEngine } from '../../../server/src/engine/search-engine';
import { createFailures, type Failures } from '../../../server/src/failures/failures';
import { createLanes, type Lanes } from '../../../server/src/lanes/lanes';
import { startLane } from '../../../server/src/lanes/start-lane';
import { createOutbox } from '../../../server/src/outbox/outbox';
import { allMark, type NewMark } from '../../../server/src/outbox/mark';
import { createLedger, type Ledger } from '../../../server/src/runs/ledger';
import { createRunItems } from '../../../server/src/runs/run-items';
import { BY_CONFIG } from '../../../server/src/runs/triggers';
import { createSync, type Sync } from '../../../server/src/sync/sync';
import type { Clock } from '../../../server/src/writer/clock';
import type { EngineWatch } from '../../../server/src/writer/writer';
import { createPortionReader } from '../../../server/src/writer/portion-reader';
import type { InMemoryDatabase } from '../../unit/server/fixtures/database';
import { createCompanyDependencies, createContentSource } from './collections';
import type { Content } from './content';
import { HOST } from './network';
import type { Scheduler, SimulatedProcess } from './scheduler';

export const OPTIONS = globalOptionsSchema.parse({});

/** Nobody is told here of an engine that is away. */
const UNWATCHED: EngineWatch = {
  step: async () => false,
  isAtWork: () => false,
  reset: () => undefined,
  trouble: () => undefined,
  left: () => undefined,
};

/** One Strapi process with the plugin in it. */
export interface Instance {
  readonly process: SimulatedProcess;
  readonly registry: Registry;
  readonly ledger: Ledger;
  readonly failures: Failures;
  readonly sync: Sync;
  readonly lanes: Lanes;
  /** Boots the plugin. */
  start(): Promise<void>;
  /** The marks that a write to documents of this type leaves, as this process sees it. */
  marksOf(uid: string, documentIds: readonly string[] | 'all'): NewMark[];
}

export function createInstance(deps: {
  process: SimulatedProcess;
  scheduler: Scheduler;
  database: InMemoryDatabase;
  line: <T>(table: TableUid | null, statement: () => T) => Promise<T>;
  content: Content;
  engine: SearchEngine;
  definitions: ReadonlyMap<string, CollectionDefinition>;
  onRead: (uid: string, documentIds: readonly string[]) => void;
  log: (line: string) => void;
}): Instance {
  const { process, scheduler, database, line, content, engine, definitions, onRead, log } = deps;
  const strapi = Object.assign(database.connect(line), { log: { info: log, warn: log, error: log } });
  const clock: Clock = {
    monotonic: scheduler.now,
    after: (milliseconds, callback) => scheduler.after(process, milliseconds, callback),
  };
  const reading = <T>(read: () => T) => line(null, read);

  const outbox = createOutbox(strapi);
  const records = createCollectionRecords(strapi);
  const failures = createFailures(strapi);
  const exclusions = createExclusions(strapi);
  const ledger = createLedger(strapi, records);
  const items = createRunItems(strapi);
  const registry = createRegistry(definitions, records, (work) => inTransaction(strapi, work), {
    forgotten: () => Promise.reject(new Error('nobody has emptied the tables')),
    enabledElsewhere: (uid) => outbox.add([allMark(uid)]),
  });
  const source = createContentSource(content, reading, onRead);
  const { dependencies, embedders } = createCompanyDependencies(content, reading, registry.synced);
  const reader = createPortionReader({ source, sanitize: async (_collection, entry) => entry, records });
  const lanes = createLanes({
    definitions,
    currentAddress: async () => ({ host: HOST, apiKey: '' }),
    refresh: registry.refresh,
    start: (plan, wake) =>
      startLane(strapi, plan, engine, wake, {
        ...{ source, reader, ledger, items, records, outbox, failures, exclusions, dependencies, embedders, clock },
        isSynced: registry.isSynced,
        options: OPTIONS,
        watchOf: () => UNWATCHED,
      }),
    clock,
    log: strapi.log,
  });
  const isNotAsked = () => Promise.reject(new Error('nobody looks at the overview, or at one document, here'));
  const sync = createSync({
    ...{ registry, ledger, items, reader, outbox, failures },
    overview: { status: isNotAsked, collections: isNotAsked },
    engineOf: async () => engine,
    exists: (uid) => definitions.has(uid),
    isStored: isNotAsked,
    droppedFilters: () => [],
    localesOf: async () => '*',
    windowStart: () => 0,
    wake: lanes.wakeByCommand,
  });

  return {
    ...{ process, registry, ledger, failures, sync, lanes },

    async start() {
      await registry.refresh();
      lanes.start();
      for (const { uid } of registry.synced()) {
        const record = await records.find(uid);
        if (record?.lastCompleteUpdateId == null) await ledger.queue('update', uid, BY_CONFIG, { purge: true });
      }
    },

    marksOf: (uid, documentIds) =>
      planMarks({ uid, documents: documentIds }, registry.syncedOf(uid), dependencies.embeddingsOf(uid)),
  };
}

/**
 * Prepares marks the way an open transaction holds them: nobody sees them until it is committed.
 * @returns commits them, at once
 */
export async function prepareMarks(database: InMemoryDatabase, marks: readonly NewMark[]): Promise<() => void> {
  const statements: (() => unknown)[] = [];
  const transaction = database.connect(async (_table, statement) => {
    statements.push(statement);
    return undefined as ReturnType<typeof statement>;
  });
  await createOutbox(transaction).add(marks);
  return () => {
    for (const statement of statements) statement();
  };
}
