import { canExclude, type CollectionDefinition } from '../collections/collection';
import type { RunCounts, RunPhase } from '../contract';
import { inPortions } from '../database/table';
import { createEntryComparison } from '../drift/compare-entries';
import { createCountComparison } from '../drift/equal-counts';
import { createSecondLook, type Difference, type Undecided } from '../drift/second-look';
import type { Suspect } from '../drift/suspect';
import { createDocumentTrace, Untraceable } from '../drift/trace-documents';
import type { Portion } from '../writer/portion';
import { toItem } from './difference-item';
import { driftAfter, listLimit, reasonToLeave, repairLimit, sumOf, unlistedOf } from './guard-repair';
import { createPaceMeter } from './pace';
import type { RunContext, RunMachine } from './run-context';
import { RunFailed } from './run-failed';
import { addCounts, type RunRecord } from './run-record';
import { beginStint } from './stint';

/** Milliseconds between two records of the progress where nothing is found. */
const SAVE_INTERVAL = 400;
/** Suspects and differences held in memory: with more, nothing else is read until they are settled. */
const MOST_HELD = 5000;
/** Looks that may not decide on a document, which changes from one to the next; then it is left to the next check. */
const MOST_LOOKS = 20;

/**
 * Compares a collection with its indexes, each read by itself: every entry is looked up in the index, every document of
 * the index in the database, page by page, so that memory does not grow with either. Whatever looks different is looked
 * at again on both sides before it is called drift. Writes nothing to the engine.
 *
 * Phases: `comparing` (entries ▸ index) ▸ `tracing` (index ▸ database), which is left out where the counts prove that nothing
 * can be found. A process that takes over goes on at the last page with which nothing was in doubt.
 */
export function createCheckRun(context: RunContext, collection: CollectionDefinition, begun: RunRecord): RunMachine {
  const { source, deliverer, outbox, exclusions, ledger, items, records, transact } = context;
  const { abortAbove, confirmLease, monotonic } = context;
  const { depth = 'full', since = 0 } = begun.options;
  /** Right after they were read: what the writer does next may make it untrue. */
  const keepExclusions = async ({ subject, excluded }: Portion) => {
    if (canExclude(collection)) await exclusions.record(collection.uid, subject, excluded, deliverer.lastStamp());
  };
  const compareNext = createEntryComparison(context, collection, { depth, since }, keepExclusions);
  const areCountsEqual = createCountComparison(context, collection);
  const traceNext = createDocumentTrace(context, collection);
  const lookAgain = createSecondLook(context, collection, depth);
  const meter = createPaceMeter(monotonic);

  let counts: RunCounts = begun.counts;
  let position = begun.cursor;
  /** Looked different, and may be about to be pushed. */
  let waiting: Undecided['suspect'][] = [];
  /** Found since the last record of the progress. */
  let found: Difference[] = [];
  let keptAt = -Infinity;

  const isFull = () => waiting.length + found.length > MOST_HELD;

  /** Sorts suspects into what is different, what is not, and what is to be looked at later. */
  const settleSome = async (suspects: readonly Suspect[]) => {
    const { differences, undecided, failing } = await lookAgain(suspects);
    found.push(...differences);
    const again = undecided.map(({ suspect }) => suspect).filter(({ indecision }) => indecision.looks < MOST_LOOKS);
    waiting.push(...again);
    counts = {
      ...counts,
      failed: counts.failed + new Set(failing.map(({ id }) => id)).size,
      undecided: counts.undecided + undecided.length - again.length,
    };
  };

  const settle = async (suspects: readonly Suspect[]) => {
    for (const some of inPortions(suspects, collection.pages.least)) await settleSome(some);
  };

  /**
   * Whether the marks are drained that keep suspects waiting: one of what documents embed may take the writer minutes. Marks
   * that ask for an update are not waited for: beside a check they stay only where that update waits for a person.
   */
  const areMarksDrained = async (): Promise<boolean> => {
    const newest = waiting.reduce((highest, { indecision }) => Math.max(highest, indecision.newestMark), 0);
    const [oldest] = await outbox.oldest([collection.uid], ['embeds'], 1);
    return oldest === undefined || oldest.id > newest;
  };

  /** Answers whether there is nothing in doubt any more. */
  const settleWaiting = async (): Promise<boolean> => {
    if (waiting.length > 0 && !(await areMarksDrained())) return false;
    const suspects = waiting;
    waiting = [];
    await settle(suspects);
    return waiting.length === 0;
  };

  /** Every entry was seen to be in every index. */
  const isSoFarWithoutDoubt = () => sumOf(counts) + counts.failed + counts.undecided === 0;

  const limit = () => repairLimit(counts.total ?? 0, abortAbove);

  /** Keeps what was found together with how far it got, so that neither is ever there without the other. */
  const keep = async (record: RunRecord) => {
    if (waiting.length > 0) return;
    // Had another writer drained marks meanwhile, what was read of both sides would not fit together.
    await confirmLease();
    await transact(async () => {
      const room = Math.max(0, listLimit(limit()) - sumOf(counts));
      const listed = await items.add(record.id, found.slice(0, room).map(toItem));
      for (const { verdict } of [...listed, ...found.slice(room)]) {
        counts = { ...counts, [verdict]: counts[verdict] + 1 };
      }
      await ledger.progress(record.id, {
        cursor: position,
        counts,
        found: sumOf(counts),
        pace: record.phase === 'comparing' ? meter.pace(counts.total) : { rate: null, secondsLeft: null },
        error: null,
      });
    });
    found = [];
    keptAt = monotonic();
  };

  const keepNowAndThen = async (record: RunRecord) => {
    if (found.length > 0 || monotonic() - keptAt > SAVE_INTERVAL) await keep(record);
  };

  const enter = async (record: RunRecord, phase: RunPhase) => {
    position = 0;
    record.phase = phase;
    await ledger.progress(record.id, { phase, cursor: position });
  };

  const start = async (record: RunRecord) => {
    record.until = await source.lastRow(collection);
    record.stamp = deliverer.lastStamp();
    await ledger.progress(record.id, { until: record.until, stamp: record.stamp });
    meter.observe(0);
  };

  /** For the progress alone, and so beside the first page. */
  const countOnce = async () => {
    if (counts.total === null) counts = { ...counts, total: await source.count(collection) };
  };

  const compare = async (record: RunRecord): Promise<boolean> => {
    if (record.until === null) await start(record);
    const stint = beginStint(monotonic);
    do {
      const [page] = await Promise.all([compareNext({ after: position, until: record.until }), countOnce()]);
      if (!page) {
        if (!(await settleWaiting())) return false;
        await keep(record);
        if (isSoFarWithoutDoubt() && (await areCountsEqual())) await finish(record);
        else await enter(record, 'tracing');
        return true;
      }
      const { read, unchanged, excluded, failed } = page;
      position = page.position;
      counts = addCounts(counts, { read, unchanged, excluded, failed });
      meter.observe(counts.read);
      await settle(page.suspects);
      await keepNowAndThen(record);
    } while (stint.goesOn() && !isFull());
    return true;
  };

  const trace = async (record: RunRecord): Promise<boolean> => {
    const page = await traceNext(position).catch((error: unknown) => {
      throw error instanceof Untraceable ? new RunFailed(error.message) : error;
    });
    if (!page) {
      if (!(await settleWaiting())) return false;
      await keep(record);
      await finish(record);
      return true;
    }
    position = page.position;
    await settle(page.suspects);
    await keepNowAndThen(record);
    return true;
  };

  /** Whether a person is being asked about what an update would purge. */
  const isHeldBack = async (): Promise<boolean> =>
    (await ledger.active()).some(({ uid, status }) => uid === collection.uid && status === 'awaiting-confirmation');

  const finish = async (record: RunRecord) => {
    const { missing, stale, orphaned } = counts;
    const differences = { missing, stale, orphaned };
    const before = (await records.find(collection.uid))?.drift ?? null;
    const unlisted = unlistedOf(differences, await items.count(record.id));
    const of = { at: new Date().toISOString(), checkId: record.id, ...unlisted };
    const drift = driftAfter({ depth, undecided: counts.undecided }, before, differences, of);
    await transact(async () => {
      // First of all a statement that keeps others from changing what is asked of this check, until it is over.
      await ledger.progress(record.id, { counts });
      const { repair = false } = (await ledger.find(record.id))?.options ?? {};
      const isUpdateHeldBack = await isHeldBack();
      const error = repair ? reasonToLeave(differences, { limit: limit(), isUpdateHeldBack }) : null;
      if (depth !== 'quick') await exclusions.forgetBefore(collection.uid, record.stamp ?? 0);
      await records.change(collection.uid, { drift });
      await ledger.move(record, 'running', counts.failed > 0 ? 'succeeded-with-failures' : 'succeeded', { error });
      if (repair && error === null && sumOf(differences) > 0) {
        await ledger.queue('repair', collection.uid, record.trigger, { checkId: record.id, depth });
      }
    });
  };

  return {
    async step(record) {
      if (isFull()) {
        if (!(await settleWaiting())) return false;
        await keep(record);
      }
      return record.phase === 'tracing' ? trace(record) : compare(record);
    },
  };
}
