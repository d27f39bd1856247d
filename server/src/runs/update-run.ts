import type { CollectionDefinition } from '../collections/collection';
import type { RunPhase } from '../contract';
import { failpoint } from '../failpoints/failpoint';
import { mayPurge, type PurgeSurvey } from './guard-purge';
import { createPaceMeter } from './pace';
import { createPurge, type Purge } from './purge';
import { createPagePush } from './push-pages';
import type { RunContext, RunMachine } from './run-context';
import { addCounts, isPartial, type RunRecord } from './run-record';
import { RunFailed } from './run-failed';

/** Milliseconds between two records of the progress. */
const SAVE_INTERVAL = 400;

/**
 * Mark and sweep: every entry in scope is pushed in full with a stamp not below the start of the run, then whatever of this
 * collection still has an older one is looked at again and purged. Search answers all the while.
 *
 * Phases: `starting` (settings, start stamp, total) ▸ `reading` (pages, shipped ahead) ▸ `settling` (the engine finishes)
 * ▸ `purging`. A process that takes over goes on after the last page that the engine had finished.
 */
export function createUpdateRun(context: RunContext, collection: CollectionDefinition, begun: RunRecord): RunMachine {
  const { source, reader, shipper, deliverer, keeper, ledger, records, exclusions, monotonic } = context;
  const meter = createPaceMeter(monotonic);
  const partial = isPartial(begun.options);
  const narrowing = {
    ...(begun.options.filters === undefined ? {} : { filters: begun.options.filters }),
    ...(begun.options.locale === undefined ? {} : { locale: begun.options.locale }),
  };

  let { counts, cursor } = begun;
  const push = createPagePush(context, collection, narrowing, begun.cursor);
  let savedAt = -Infinity;
  let purge: Purge | null = null;
  let isResumed = begun.stamp !== null;
  const knownSince = monotonic();

  const obstacle = () => purge?.obstacle() ?? null;

  const save = async (record: RunRecord) => {
    savedAt = monotonic();
    await ledger.progress(record.id, {
      cursor,
      counts,
      pace: record.phase === 'reading' ? meter.pace(counts.total) : { rate: null, secondsLeft: null },
      // Time passes while the engine gets nothing done, too.
      error: shipper.obstacle() ?? obstacle(),
    });
  };

  const saveNowAndThen = async (record: RunRecord) => {
    if (monotonic() - savedAt > SAVE_INTERVAL) await save(record);
  };

  const enter = async (record: RunRecord, phase: RunPhase) => {
    await ledger.progress(record.id, { phase });
    record.phase = phase;
    await save(record);
  };

  const acknowledge = () => {
    cursor = push.acknowledge((page) => {
      counts = addCounts(counts, page);
    });
    meter.observe(counts.read);
  };

  /** Until every instance captures a collection that was enabled just now, what is read of it may change unnoticed. */
  const mayChangeUnnoticed = async (): Promise<boolean> => {
    if (monotonic() - knownSince >= context.enablingGrace) return false;
    return (await records.find(collection.uid))?.lastCompleteUpdateId == null;
  };

  /** Answers whether it got through; the engine may have to be asked again. */
  const start = async (record: RunRecord): Promise<boolean> => {
    const [firstIndex] = collection.indexes;
    if (firstIndex === undefined) throw new Error(`${collection.uid} has no index`);
    if (await mayChangeUnnoticed()) return false;
    // The first entries tell the order of the fields, and so spare the engine a second change of the settings.
    const first = await reader.page(collection, collection.pages.read, { after: 0, until: null, narrowing });
    const fields = [...new Set(first?.portion.upserts.flatMap((document) => document.fields))];
    for (const index of collection.indexes) {
      keeper.forget(index);
      const tasks = await deliverer.enqueueTask('settings', () => keeper.apply(index, fields));
      const outcome = await deliverer.settled(tasks);
      if (outcome.kind === 'refused') {
        keeper.forget(index);
        throw new RunFailed(`Meilisearch refuses the settings of index "${index}": ${outcome.refusal.message}`);
      }
      if (outcome.kind !== 'done') {
        keeper.forget(index);
        return false;
      }
    }
    const stamp = await deliverer.beginStamp(firstIndex);
    // Else an update would never be over where entries are created faster than it reads.
    record.until = await source.lastRow(collection);
    counts = { ...counts, total: await source.count(collection, narrowing) };
    await ledger.progress(record.id, { stamp, until: record.until });
    await enter(record, 'reading');
    meter.observe(0);
    return true;
  };

  const read = async (record: RunRecord): Promise<boolean> => {
    const outcome = await push.step(record.until);
    if (outcome === 'end') await enter(record, 'settling');
    else await saveNowAndThen(record);
    return outcome !== 'waiting';
  };

  const finish = async (record: RunRecord) => {
    await save(record);
    if (!partial) {
      await exclusions.forgetBefore(collection.uid, record.stamp ?? 0);
      const drift = { missing: 0, stale: 0, orphaned: 0, at: new Date().toISOString() };
      // Without a purge nobody has looked for orphans.
      await records.change(collection.uid, {
        lastCompleteUpdateId: record.id,
        ...(record.options.purge === false ? {} : { drift }),
      });
    }
    await ledger.move(record, 'running', counts.failed > 0 ? 'succeeded-with-failures' : 'succeeded');
  };

  const sweep = async (record: RunRecord): Promise<boolean> => {
    purge ??= createPurge(context, collection, record.stamp ?? 0);
    const didStep = await purge.step();
    const progress = purge.progress();
    counts = { ...counts, orphaned: progress.orphans, purged: progress.purged };
    if (progress.stage === 'surveyed') {
      if (!record.options.purgeConfirmed && !mayPurge(progress, context.purgeGuard)) {
        await waitForConfirmation(record, progress);
        return true;
      }
      failpoint('before-the-purge');
      purge.sweep();
    }
    if (progress.stage === 'swept') {
      failpoint('after-the-purge');
      await finish(record);
    } else await saveNowAndThen(record);
    return didStep;
  };

  const waitForConfirmation = async (record: RunRecord, { orphans, documents }: PurgeSurvey) => {
    await save(record);
    const at = new Date().toISOString();
    await records.change(collection.uid, { drift: { missing: 0, stale: 0, orphaned: orphans, at } });
    const error = `This update would remove ${orphans} of ${documents} documents from the index: confirm or cancel it.`;
    await ledger.move(record, 'running', 'awaiting-confirmation', { error });
  };

  return {
    async step(record) {
      if (isResumed && record.stamp !== null) {
        deliverer.resumeStamp(record.stamp);
        isResumed = false;
        // All was read, but what the engine had not finished is not acknowledged: it is read again.
        if (record.phase === 'settling') await enter(record, 'reading');
      }
      acknowledge();
      switch (record.phase) {
        case 'reading':
          return read(record);
        case 'settling': {
          if (push.isUnderWay()) {
            await saveNowAndThen(record);
            return false;
          }
          if (partial || record.options.purge === false) await finish(record);
          else await enter(record, 'purging');
          return true;
        }
        case 'purging':
          return sweep(record);
        case 'starting':
        case null:
          return start(record);
        case 'comparing':
        case 'tracing':
        case 'repairing':
          throw new RunFailed(`an update has no phase "${record.phase}"`);
      }
    },

    obstacle,
  };
}
