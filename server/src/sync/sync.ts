import { setTimeout as pause } from 'node:timers/promises';

import type { CollectionDefinition } from '../collections/collection';
import type { Narrowing } from '../collections/entry-source';
import type { Registry } from '../collections/registry';
import type { ScopeLocales } from '../collections/scope-locales';
import type { Collection, Run, Status, Trigger } from '../contract';
import type { SearchEngine } from '../engine/search-engine';
import type { Failures } from '../failures/failures';
import { allMark } from '../outbox/mark';
import type { Outbox } from '../outbox/outbox';
import type { Overview } from '../overview/overview';
import type { Ledger } from '../runs/ledger';
import type { RunItems } from '../runs/run-items';
import { isTerminal, type RunRecord, toRun } from '../runs/run-record';
import { BY_API } from '../runs/triggers';
import type { PortionReader } from '../writer/portion-reader';
import { type Checks, createChecks } from './checks';
import { createDocuments, type Documents } from './documents';
import { Conflict, InvalidRequest, NotFound, NotSyncable, UnknownCollection } from './errors';
import { narrowedLocale } from './narrow-locale';

/** Milliseconds between two looks at the database. */
const POLL = { least: 5, most: 50 };
/** Whoever waits learns of the end in no more than so much of the time that it took. */
const LATENESS = 0.05;

export interface UpdateOptions {
  /** Delete afterwards what the update did not touch; a partial update never does. Default `true`. */
  purge?: boolean;
  filters?: Record<string, unknown>;
  /** One of the collection's; `'*'` stands for all of them. */
  locale?: string;
  trigger?: Trigger;
}

export interface DisableOptions {
  /** Take the documents of this collection out of the engine. Default `true`. */
  removeDocuments?: boolean;
  trigger?: Trigger;
}

/**
 * Everything one can ask of the plugin, from the admin panel or in process: `strapi.plugin('meilisearch').service('sync')`.
 * The runs are done by the writer, here or on another instance; these calls record what is wanted and return.
 */
export interface Sync extends Checks, Documents {
  /** Starts capturing and runs a first update. */
  enable(uid: string, options?: { trigger?: Trigger }): Promise<Run>;
  /** Stops capturing; removes this collection's documents, and indexes that held nothing else. */
  disable(uid: string, options?: DisableOptions): Promise<Run>;
  /** Pushes every entry in scope again and purges the rest; answers the running update where there is one. */
  update(uid: string, options?: UpdateOptions): Promise<Run>;
  cancel(runId: number): Promise<Run>;
  /** Carries out the purge that the guard held back. */
  confirmPurge(runId: number): Promise<Run>;
  /** Resolves to the run once it is over. */
  waitForRun(runId: number): Promise<Run>;
  /**
   * Resolves once the outbox is empty and every task of the engine that it caused has ended.
   * @param options.timeoutMs - milliseconds after which it throws instead; default 30,000
   */
  settle(options?: { timeoutMs?: number }): Promise<void>;
  status(): Promise<Status>;
  collections(): Promise<Collection[]>;
}

export function createSync(deps: {
  registry: Registry;
  ledger: Ledger;
  items: Pick<RunItems, 'count'>;
  reader: Pick<PortionReader, 'preview'>;
  outbox: Outbox;
  failures: Pick<Failures, 'ofDocument'>;
  overview: Overview;
  /** The engine of a collection, for a look at it before anything is promised. */
  engineOf: (collection: CollectionDefinition) => Promise<SearchEngine>;
  /** Whether a content type exists at all. */
  exists: (uid: string) => boolean;
  /** Whether the database has a document of a content type, in scope or not. */
  isStored: (uid: string, documentId: string) => Promise<boolean>;
  /** What Strapi would drop from filters in silence, as paths. */
  droppedFilters: (collection: CollectionDefinition, filters: unknown) => string[];
  localesOf: ScopeLocales;
  /** The moment since which a quick check compares versions where nothing else is asked for. */
  windowStart: () => number;
  wake: () => void;
}): Sync {
  const { registry, ledger, outbox, overview, engineOf, exists, droppedFilters, localesOf, wake } = deps;

  const definitionOf = (uid: string): CollectionDefinition => {
    const definition = registry.definitions.get(uid);
    if (definition) return definition;
    if (exists(uid)) throw new NotSyncable(`${uid} cannot be synced: it is not content of this application`);
    throw new UnknownCollection(`there is no content type ${uid}`);
  };

  const healthyDefinitionOf = (uid: string): CollectionDefinition => {
    const definition = definitionOf(uid);
    const [problem] = definition.problems;
    if (problem) {
      throw new Conflict(`${uid} is not synced: ${problem.path} is ${problem.given}; allowed: ${problem.allowed}`);
    }
    return definition;
  };

  const queue = async (kind: RunRecord['kind'], uid: string, trigger: Trigger, options: RunRecord['options']) => {
    const run = await ledger.queue(kind, uid, trigger, options);
    wake();
    return toRun(run);
  };

  const cancelActive = async (kinds: readonly RunRecord['kind'][], uid: string) => {
    const active = (await ledger.active()).filter((run) => run.uid === uid && kinds.includes(run.kind));
    for (const run of active) await ledger.cancel(run);
  };

  const syncedDefinitionOf = (uid: string): CollectionDefinition => {
    const definition = healthyDefinitionOf(uid);
    if (!registry.isEnabled(uid)) throw new Conflict(`${uid} is not synced: enable it first`);
    return definition;
  };

  const narrowingOf = async (
    collection: CollectionDefinition,
    { filters, locale }: Pick<UpdateOptions, keyof Narrowing>,
  ): Promise<Narrowing> => {
    const [dropped] = droppedFilters(collection, filters);
    if (dropped !== undefined) throw new InvalidRequest(`filters: ${collection.uid} cannot be filtered by ${dropped}`);
    const narrowed = narrowedLocale(collection.uid, locale, await localesOf(collection));
    return {
      ...(filters === undefined ? {} : { filters }),
      ...(narrowed === undefined ? {} : { locale: narrowed }),
    };
  };

  const find = async (runId: number): Promise<RunRecord> => {
    const run = await ledger.find(runId);
    if (!run) throw new NotFound(`there is no run ${runId}`);
    return run;
  };

  return {
    ...createChecks({ ...deps, collectionOf: syncedDefinitionOf, find }),
    ...createDocuments({ ...deps, collections: registry.synced, collectionOf: syncedDefinitionOf }),

    async enable(uid, { trigger = BY_API } = {}) {
      const definition = healthyDefinitionOf(uid);
      await (await engineOf(definition)).version();
      const wasCaptured = registry.isSynced(uid);
      await registry.decide(uid, true, () => cancelActive(['disable'], uid));
      // Only now is everything captured that is saved here.
      const run = await queue('update', uid, trigger, { purge: true });
      // One that another instance began before may have passed what was saved here: another one follows it.
      if (!wasCaptured && run.status !== 'queued') await outbox.add([allMark(uid)]);
      return run;
    },

    async disable(uid, { removeDocuments = true, trigger = BY_API } = {}) {
      const definition = definitionOf(uid);
      if (!registry.isEnabled(uid)) throw new Conflict(`${uid} is not synced`);
      if (removeDocuments) await (await engineOf(definition)).version();
      const run = await registry.decide(uid, false, async () => {
        await cancelActive(['update', 'check', 'repair'], uid);
        return ledger.queue('disable', uid, trigger, { removeDocuments });
      });
      wake();
      return toRun(run);
    },

    async update(uid, { purge = true, trigger = BY_API, ...part } = {}) {
      const definition = syncedDefinitionOf(uid);
      const narrowing = await narrowingOf(definition, part);
      await (await engineOf(definition)).version();
      return queue('update', uid, trigger, { purge, ...narrowing });
    },

    async cancel(runId) {
      const run = await find(runId);
      if (isTerminal(run.status)) throw new Conflict(`run ${runId} is over already: ${run.status}`);
      await ledger.cancel(run);
      wake();
      return toRun(await find(runId));
    },

    async confirmPurge(runId) {
      const run = await find(runId);
      const options = { ...run.options, purgeConfirmed: true };
      if (!(await ledger.move(run, 'awaiting-confirmation', 'running', { options, error: null }))) {
        throw new Conflict(`run ${runId} does not wait for a confirmation: it is ${run.status}`);
      }
      wake();
      return toRun(await find(runId));
    },

    async waitForRun(runId) {
      const begun = performance.now();
      for (;;) {
        const run = await find(runId);
        if (isTerminal(run.status)) return toRun(run);
        await pauseAfter(performance.now() - begun);
      }
    },

    async settle({ timeoutMs = 30_000 } = {}) {
      const begun = performance.now();
      for (;;) {
        const { pending } = await outbox.backlog(registry.synced().map(({ uid }) => uid));
        if (pending === 0) return;
        const waited = performance.now() - begun;
        if (waited > timeoutMs) throw new Error(`${pending} changes are not in the index after ${timeoutMs} ms`);
        await pauseAfter(waited);
      }
    },

    status: overview.status,
    collections: overview.collections,
  };
}

/** @param waited - milliseconds */
const pauseAfter = (waited: number) => pause(Math.min(POLL.most, Math.max(POLL.least, waited * LATENESS)));
