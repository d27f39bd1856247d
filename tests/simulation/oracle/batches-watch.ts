import { TABLES } from '../../../server/src/database/models';
import type { StoredDocument } from '../../../server/src/engine/search-engine';
import { SHARED_INDEX } from '../world/collections';
import { MODELS } from '../world/content';
import type { EngineChange } from '../world/network';
import type { Evidence } from './evidence';
import type { RunsWatch } from './runs-watch';

const DELETIONS: ReadonlySet<EngineChange['method']> = new Set(['deleteMatching', 'deleteIndex']);

/** Holds what the engine does to this: no purge takes what lives, and nobody touches what is somebody else's. */
export interface BatchesWatch {
  /** The plugin has a task enqueued. */
  onChange(change: EngineChange): void;
  /** Carries out the engine's next batch and looks at what it did. */
  processBatch(): void;
  /** Somebody else has a task enqueued. */
  tamper(index: string, task: number, deletesIndex: boolean): void;
}

export function createBatchesWatch(evidence: Evidence, runs: RunsWatch): BatchesWatch {
  const { database, engine, content, trace, report, isEnabled, noteTampering } = evidence;
  /** Tasks of the plugin and of others that the engine has not come to. */
  let ahead: EngineChange[] = [];
  let tampering: { index: string; task: number; deletesIndex: boolean }[] = [];
  let foreign = new Map<string, string>();

  const isOver = (uid: number) => engine.stateOf(uid).status !== 'enqueued';

  /** What is in the indexes that a task ahead may take something from. */
  const endangered = () => {
    const indexes = ahead.filter(({ method }) => DELETIONS.has(method)).map(({ args }) => String(args[0]));
    return new Map(indexes.map((index) => [index, new Map(engine.contents(index) ?? [])]));
  };

  /** What a deletion by stamp took although it had been in scope since before that stamp was drawn. */
  const checkPurged = ({ args }: EngineChange, gone: readonly StoredDocument[]) => {
    const filter = args[1] as { uid: string; syncedBefore?: number };
    if (filter.syncedBefore === undefined) return;
    const run = database.rows(TABLES.runs).find(({ stamp }) => Number(stamp) === filter.syncedBefore);
    const begunAt = run && runs.known(run.id)?.begunAt;
    for (const { _meilisearch_id: id } of gone) {
      const since = content.inScopeSince(filter.uid, id);
      if (since === null || begunAt == null || since >= begunAt) continue;
      report(`the purge of run ${run!.id} has deleted ${id}, which lives`);
    }
  };

  const checkIndexDeletion = (index: string, gone: readonly StoredDocument[]) => {
    for (const { _meilisearch_id: id, _strapi } of gone) {
      const uid = _strapi?.uid;
      if (uid !== undefined && uid in MODELS && !isEnabled(uid)) continue;
      report(`index ${index} was deleted with ${id} in it`);
    }
  };

  const lookAtTampering = () => {
    for (const { index, deletesIndex } of tampering.filter(({ task }) => isOver(task))) {
      noteTampering(index);
      if (deletesIndex && index === SHARED_INDEX) foreign = new Map();
    }
    tampering = tampering.filter(({ task }) => !isOver(task));
  };

  const checkForeign = () => {
    const index = engine.contents(SHARED_INDEX);
    for (const [id, line] of foreign) {
      if (JSON.stringify(index?.get(id)) !== line) report(`somebody else's document ${id} was touched`);
    }
    for (const [id, document] of index ?? []) {
      if (isForeign(id, document)) foreign.set(id, JSON.stringify(document));
    }
  };

  return {
    onChange(change) {
      ahead.push(change);
    },

    processBatch() {
      if (engine.pending() + ahead.length + tampering.length === 0) return;
      const before = endangered();
      engine.processBatch();
      lookAtTampering();
      const over = ahead.filter(({ uid }) => isOver(uid));
      for (const task of over) {
        const index = String(task.args[0]);
        const gone = [...(before.get(index)?.values() ?? [])].filter(
          ({ _meilisearch_id: id }) => !engine.contents(index)?.has(id),
        );
        if (task.method === 'deleteMatching') checkPurged(task, gone);
        if (task.method === 'deleteIndex') checkIndexDeletion(index, gone);
      }
      const outcomes = over.map(({ uid }) => `${uid} ${engine.stateOf(uid).status}`);
      if (outcomes.length > 0) trace(`  tasks are over: ${outcomes.join(', ')}`);
      ahead = ahead.filter((task) => !over.includes(task));
      checkForeign();
    },

    tamper(index, task, deletesIndex) {
      tampering.push({ index, task, deletesIndex });
      lookAtTampering();
    },
  };
}

/** Without `_strapi`, what is named as strapi-plugin-meilisearch named its documents is the collection's own. */
function isForeign(id: string, { _strapi }: StoredDocument): boolean {
  if (_strapi) return !(_strapi.uid in MODELS);
  return !Object.values(MODELS).some(({ modelName }) => id.startsWith(`${modelName}-`));
}
