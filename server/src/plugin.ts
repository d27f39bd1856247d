import type { Core, Struct, UID } from '@strapi/types';

import { createBrokenLinks } from './capture/broken-links';
import { createDocumentActions } from './capture/document-actions';
import { createDocumentsMiddleware } from './capture/documents-middleware';
import { subscribeToLifecycles } from './capture/lifecycles';
import { createMarker } from './capture/marker';
import { createReplacements } from './capture/replacements';
import { droppedConditions, type FilterableSchema } from './collections/check-filters';
import type { CollectionDefinition } from './collections/collection';
import { createCollectionRecords } from './collections/collection-records';
import { defineCollection, isSyncable, modelNameOf } from './collections/define-collection';
import { createExclusions } from './collections/exclusions';
import { createRegistry, type Registry } from './collections/registry';
import { schemaProblems } from './collections/schema-problems';
import { createScopeLocales } from './collections/scope-locales';
import { settingsConflicts } from './collections/settings-conflicts';
import { createStrapiEntrySource } from './collections/strapi-entry-source';
import { createStrapiSanitizer } from './collections/strapi-sanitizer';
import { type Connection, createConnection } from './config/connection';
import { readOptions } from './config/read-options';
import type { ConfigProblem } from './contract';
import { inTransaction } from './database/transaction';
import { createDependencies } from './dependencies/dependencies';
import { createEmbedders } from './dependencies/embedders';
import { createParentsOf } from './dependencies/parents';
import { createEngines, type Engines } from './engine/engines';
import type { SearchEngine } from './engine/search-engine';
import { createFailures, type Failures } from './failures/failures';
import { startLane } from './lanes/start-lane';
import { createLanes, type Lanes } from './lanes/lanes';
import { takeOver } from './legacy/take-over';
import { createNotices, type Notices } from './notify/notices';
import { allMark } from './outbox/mark';
import { createOutbox } from './outbox/outbox';
import { createOverview } from './overview/overview';
import { abandonUnknown, whyAbandoned } from './runs/abandon-unknown';
import { createLedger, type Ledger } from './runs/ledger';
import { createRunItems, type RunItems } from './runs/run-items';
import { BY_BOOT, BY_CONFIG, BY_SCHEDULE } from './runs/triggers';
import { createJobs } from './schedule/jobs';
import { createSchedule, type Schedule } from './schedule/schedule';
import { createTicks } from './schedule/ticks';
import { windowStart } from './sync/window-start';
import { createSync, type Sync } from './sync/sync';
import { processClock } from './writer/clock';
import { createPortionReader } from './writer/portion-reader';

/** A page that a person waits for asks the engine with less patience than the writer. */
const PATIENCE = 2500;

/** The plugin put together: the rooms that its entry points and HTTP routes need. */
export interface Plugin {
  /** Everything that is wrong with the configuration. */
  problems: readonly ConfigProblem[];
  connection: Connection;
  engines: Engines;
  registry: Registry;
  ledger: Ledger;
  items: RunItems;
  failures: Failures;
  lanes: Lanes;
  schedule: Schedule;
  notices: Notices;
  sync: Sync;
  /** Takes over what an admin has set in the tab of strapi-plugin-meilisearch, where nothing is decided here yet. */
  takeOver(): Promise<void>;
  /** Subscribes to everything that can change content, until the application is gone. */
  beginCapture(): void;
  /** Queues a first update for each collection that is to be synced and was never indexed. */
  indexAtBoot(): Promise<void>;
  /** Gives up what was to be done for content types that there are no longer. */
  tidyAtBoot(): Promise<void>;
}

const plugins = new WeakMap<Core.Strapi, Plugin>();

/** The plugin of this application, put together at the first call, when content types and configuration are loaded. */
export function pluginOf(strapi: Core.Strapi): Plugin {
  const plugin = plugins.get(strapi) ?? compose(strapi);
  plugins.set(strapi, plugin);
  return plugin;
}

function compose(strapi: Core.Strapi): Plugin {
  const contentTypes = (Object.values(strapi.contentTypes) as Struct.ContentTypeSchema[]).filter(isSyncable);
  const options = readOptions(
    strapi.config.get('plugin::meilisearch'),
    contentTypes.map((contentType) => ({ uid: contentType.uid, modelName: modelNameOf(contentType) })),
  );
  const schemaOf = (uid: string) => strapi.getModel(uid as UID.Schema) as FilterableSchema | undefined;
  const definitions = new Map<string, CollectionDefinition>();
  for (const contentType of contentTypes) {
    const configured = options.collections.get(contentType.uid);
    if (!configured) continue;
    const wrong = schemaProblems(configured, contentType, schemaOf);
    options.problems.push(...wrong);
    const problems = [...configured.problems, ...wrong];
    definitions.set(contentType.uid, defineCollection(contentType, configured.options, problems, options.global));
  }

  const problems = [...options.problems, ...settingsConflicts([...definitions.values()], options.global.host)];
  const connection = createConnection(strapi, options.global);
  const engines = createEngines();
  const addressOf = async (collection: CollectionDefinition | null) => ({
    ...(await connection.current()),
    ...collection?.engine,
  });
  const patientEngineOf = async (collection: CollectionDefinition | null): Promise<SearchEngine> =>
    engines.at(await addressOf(collection), Math.min(options.global.timeout, PATIENCE));

  const outbox = createOutbox(strapi);
  const records = createCollectionRecords(strapi);
  const failures = createFailures(strapi);
  const exclusions = createExclusions(strapi);
  // Put together below: no run moves before the plugin is whole.
  const ledger = createLedger(strapi, records, (id, to) => notices.runMoved(id, to));
  const items = createRunItems(strapi);
  const registry = createRegistry(definitions, records, (work) => inTransaction(strapi, work), {
    async forgotten(uid) {
      strapi.log.warn(`meilisearch: its tables were emptied, as by an import: ${uid} is indexed again`);
      await ledger.queue('update', uid, BY_SCHEDULE, { purge: true });
    },
    enabledElsewhere: (uid) => outbox.add([allMark(uid)]),
  });
  const notices = createNotices(strapi, {
    ledger,
    failures,
    definitions,
    items,
    options: options.global.notify,
    clock: processClock,
    now: Date.now,
  });
  const source = createStrapiEntrySource(strapi);
  const dependencies = createDependencies(strapi, registry.synced);
  const embedders = createEmbedders(strapi);
  const reader = createPortionReader({ source, sanitize: createStrapiSanitizer(strapi), records });

  const lanes = createLanes({
    definitions,
    currentAddress: connection.current,
    refresh: registry.refresh,
    start: (plan, wake) =>
      startLane(strapi, plan, engines.at(plan.address, options.global.timeout), wake, {
        source,
        reader,
        ledger,
        items,
        records,
        outbox,
        failures,
        exclusions,
        isSynced: registry.isSynced,
        dependencies,
        embedders,
        options: options.global,
        clock: processClock,
        watchOf: notices.watchOf,
      }),
    clock: processClock,
    log: strapi.log,
  });

  const overview = createOverview({
    registry,
    records,
    source,
    ledger,
    outbox,
    failures,
    exclusions,
    engineOf: patientEngineOf,
    problems,
    monotonic: processClock.monotonic,
    log: strapi.log,
  });
  const sync = createSync({
    registry,
    ledger,
    items,
    reader,
    outbox,
    failures,
    overview,
    engineOf: patientEngineOf,
    exists: (uid) => strapi.contentTypes[uid as UID.ContentType] !== undefined,
    isStored: async (uid, documentId) =>
      (await strapi.db.query(uid).findOne({ select: ['id'], where: { documentId } })) !== null,
    droppedFilters: (collection, filters) => {
      const schema = schemaOf(collection.uid);
      return schema ? droppedConditions(filters, schema, schemaOf).map(({ path }) => path.join('.')) : [];
    },
    localesOf: createScopeLocales(strapi),
    windowStart: () => windowStart(options.global.check.window),
    wake: lanes.wakeByCommand,
  });

  const rooms = { synced: registry.synced, records, ledger, engineOf: patientEngineOf, wake: lanes.wakeByCommand };
  const schedule = createSchedule(strapi, {
    jobs: createJobs(strapi, rooms, options.global, Date.now),
    ticks: createTicks(strapi),
    clock: processClock,
    now: Date.now,
    random: Math.random,
    log: strapi.log,
  });

  return {
    problems,
    connection,
    engines,
    registry,
    ledger,
    items,
    failures,
    lanes,
    schedule,
    notices,
    sync,

    async takeOver() {
      const configured = [...options.collections];
      const leftOpen = configured.filter(([, { options }]) => options.enabled === undefined).map(([uid]) => uid);
      await takeOver(strapi, { connection, records, leftOpen });
    },

    beginCapture() {
      const { isSynced, syncedOf } = registry;
      const isEmbedded = (uid: string) => dependencies.embeddingsOf(uid).length > 0;
      const isCaptured = (uid: string) => isSynced(uid) || isEmbedded(uid);
      const actions = createDocumentActions();
      const marker = createMarker({ strapi, outbox, syncedOf, dependencies, wake: lanes.wakeByCommit });
      const brokenLinks = createBrokenLinks(dependencies, embedders);
      const beginReplacement = createReplacements(dependencies, embedders, createParentsOf(strapi));
      strapi.documents.use(createDocumentsMiddleware(marker, actions, isCaptured));
      subscribeToLifecycles(strapi, { marker, brokenLinks, beginReplacement, actions, isCaptured, isEmbedded });
    },

    async indexAtBoot() {
      for (const { uid, enabledByConfig } of registry.synced()) {
        const record = await records.find(uid);
        if (record?.lastCompleteUpdateId != null) continue;
        // What the configuration does not name, an admin has switched on: here, or where it was taken over from.
        await ledger.queue('update', uid, enabledByConfig ? BY_CONFIG : BY_BOOT, { purge: true });
      }
    },

    async tidyAtBoot() {
      const abandoned = await abandonUnknown({ ledger, outbox, failures, records }, (uid) => definitions.has(uid));
      for (const uid of abandoned) strapi.log.warn(`meilisearch: ${whyAbandoned(uid)}`);
    },
  };
}
