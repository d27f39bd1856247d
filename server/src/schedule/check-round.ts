import type { CollectionDefinition } from '../collections/collection';
import type { CollectionRecords } from '../collections/collection-records';
import { EngineError, type SearchEngine } from '../engine/search-engine';
import type { Ledger } from '../runs/ledger';
import type { RunOptions } from '../runs/run-record';
import { BY_SCHEDULE } from '../runs/triggers';
import { oldestFirst } from './oldest-first';

/**
 * Queues a check of every synced collection, the one whose last check is the oldest first. The writer of each engine works on
 * them one at a time. Where the engine is away the ledger gets a check that was not made, with the reason.
 *
 * @param deps.engineOf - the engine of a collection, the same one for collections that share it
 */
export async function queueChecks(
  deps: {
    synced: () => readonly CollectionDefinition[];
    records: CollectionRecords;
    ledger: Ledger;
    engineOf: (collection: CollectionDefinition) => Promise<SearchEngine>;
    wake: () => void;
  },
  options: RunOptions,
  isStopping: () => boolean,
): Promise<void> {
  const { synced, records, ledger, engineOf, wake } = deps;
  const answers = new Map<SearchEngine, Promise<EngineError | null>>();

  /** Each engine is asked once in a round. */
  const whyAway = async (collection: CollectionDefinition): Promise<EngineError | null> => {
    const engine = await engineOf(collection);
    const answer = answers.get(engine) ?? reasonOf(engine);
    answers.set(engine, answer);
    return answer;
  };

  const definitions = new Map(synced().map((collection) => [collection.uid, collection]));
  const busy = new Set((await ledger.active()).filter(({ kind }) => kind === 'check').map(({ uid }) => uid));
  const idle = [...definitions.keys()].filter((uid) => !busy.has(uid));
  for (const uid of oldestFirst(idle, await lastChecks(records, ledger))) {
    const collection = definitions.get(uid);
    if (!collection || isStopping()) continue;
    const away = await whyAway(collection);
    const run = await ledger.queue('check', uid, BY_SCHEDULE, options);
    if (away) await ledger.move(run, 'queued', 'canceled', { error: `This check was not made: ${away.message}` });
    else wake();
  }
}

/** Why an engine cannot be asked now; `null` where it can. */
async function reasonOf(engine: SearchEngine): Promise<EngineError | null> {
  try {
    await engine.version();
    return null;
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
}

/** When each collection was last checked, in milliseconds since the epoch; a check that was not made does not count. */
async function lastChecks(records: CollectionRecords, ledger: Ledger): Promise<Map<string, number>> {
  const ids = (await records.all()).flatMap(({ lastCheckId }) => (lastCheckId === null ? [] : [lastCheckId]));
  const runs = (await ledger.findMany(ids)).filter(({ status }) => status !== 'canceled');
  return new Map(runs.map(({ uid, finishedAt }) => [uid, finishedAt ?? 0]));
}
