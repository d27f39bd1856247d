import type { CollectionDefinition } from '../collections/collection';
import type { RunCounts, RunItem, Verdict } from '../contract';
import { createSecondLook, type Difference } from '../drift/second-look';
import type { Suspect } from '../drift/suspect';
import { aboutOnly, type Portion } from '../writer/portion';
import { createDeletion } from './deletion';
import { toDifference, toItem } from './difference-item';
import { driftAfterRepair } from './guard-repair';
import type { RunContext, RunMachine } from './run-context';
import type { RunRecord } from './run-record';

/** Differences mended at once. */
const GROUP = 500;
/** How often the same differences are mended before those that are still there count as not mended. */
const MOST_ROUNDS = 3;

/** The differences at hand, and what was done about them so far. */
interface Group {
  /** Of the last of them, in the order in which the check found them. */
  position: number;
  differences: readonly Difference[];
  rounds: number;
  /** By index and id. */
  actions: Map<string, 'pushed' | 'deleted'>;
}

/**
 * Mends exactly what a check found different, group by group: both sides are read again, what is still different is pushed
 * or deleted by its present state, and looked at once more: what counts as repaired has been seen to be equal.
 */
export function createRepairRun(context: RunContext, collection: CollectionDefinition, begun: RunRecord): RunMachine {
  const { shipper, keeper, ledger, items, records, transact } = context;
  const { checkId = 0, depth = 'full' } = begun.options;
  const lookAgain = createSecondLook(context, collection, depth);

  // The index may have been lost as a whole, with its settings.
  for (const index of collection.indexes) keeper.forget(index);

  let counts: RunCounts = begun.counts;
  let position = begun.cursor;
  let group: Group | null = null;
  let isShipping = false;
  const deletion = createDeletion(context, collection);

  const nextGroup = async (): Promise<Group | null> => {
    const placed = await items.after(checkId, position, GROUP);
    const last = placed.at(-1);
    if (!last) return null;
    return {
      position: last.position,
      differences: placed.map(({ item }) => toDifference(item)),
      rounds: 0,
      actions: new Map(),
    };
  };

  const push = async ({ actions }: Group, portion: Portion, differences: readonly Difference[]) => {
    const wanted = differences.filter(({ verdict }) => verdict !== 'orphaned').map(({ suspect }) => suspect);
    const ids = new Set(wanted.map(({ id }) => id));
    if (ids.size === 0) return;
    for (const suspect of wanted) actions.set(keyOf(suspect), 'pushed');
    const upserts = portion.upserts.filter(({ id }) => ids.has(id));
    await shipper.ship(aboutOnly(portion, upserts), () => {
      isShipping = false;
      return Promise.resolve();
    });
    // Not before: what could not be shipped never settles.
    isShipping = true;
  };

  const remove = async ({ actions }: Group, differences: readonly Difference[]) => {
    const orphans = differences.filter(({ verdict }) => verdict === 'orphaned').map(({ suspect }) => suspect);
    for (const index of collection.indexes) {
      const here = orphans.filter((orphan) => orphan.index === index);
      if (here.length === 0) continue;
      for (const orphan of here) actions.set(keyOf(orphan), 'deleted');
      const ids = here.map(({ id }) => id);
      await deletion.ofDocuments(index, ids);
    }
  };

  const seeDeletionThrough = async (): Promise<boolean> => {
    const { kind } = await deletion.look();
    // The engine was in trouble, and the documents have had no chance: that round does not count.
    if (kind === 'lost' && group) group.rounds -= 1;
    return kind !== 'pending';
  };

  const keep = async (record: RunRecord, done: Group, left: readonly Difference[], failing: readonly Suspect[]) => {
    const isDifferent = new Set(left.map(({ suspect }) => keyOf(suspect)));
    const isFailing = new Set(failing.map(keyOf));
    const results = done.differences.map((difference): RunItem => {
      const key = keyOf(difference.suspect);
      const action = done.actions.get(key) ?? 'none';
      const result = isDifferent.has(key) || isFailing.has(key) ? 'failed' : action === 'none' ? 'equal' : 'repaired';
      return { ...toItem(difference), action, result };
    });
    const count = (matches: (item: RunItem) => boolean) => results.filter(matches).length;
    const stillDifferent = (verdict: Verdict) => count((item) => item.result === 'failed' && item.verdict === verdict);
    counts = {
      ...counts,
      read: counts.read + results.length,
      pushed: counts.pushed + count(({ action, result }) => action === 'pushed' && result === 'repaired'),
      purged: counts.purged + count(({ action, result }) => action === 'deleted' && result === 'repaired'),
      unchanged: counts.unchanged + count(({ result }) => result === 'equal'),
      failed: counts.failed + count(({ result }) => result === 'failed'),
      missing: counts.missing + stillDifferent('missing'),
      stale: counts.stale + stillDifferent('stale'),
      orphaned: counts.orphaned + stillDifferent('orphaned'),
    };
    position = done.position;
    await transact(async () => {
      await items.add(record.id, results);
      await ledger.progress(record.id, { cursor: position, counts, error: null });
    });
    group = null;
  };

  const finish = async (record: RunRecord) => {
    const { missing, stale, orphaned } = counts;
    await transact(async () => {
      // An update or another check may have found out more since.
      const known = (await records.find(collection.uid))?.drift;
      if (known?.checkId === checkId) {
        const listed = (await ledger.find(checkId))?.counts ?? known;
        const drift = driftAfterRepair(known, listed, { missing, stale, orphaned });
        await records.change(collection.uid, { drift: { ...drift, at: new Date().toISOString(), checkId } });
      }
      await ledger.move(record, 'running', counts.failed > 0 ? 'succeeded-with-failures' : 'succeeded');
    });
  };

  return {
    async step(record) {
      if (isShipping || !shipper.isOpen() || deletion.isResting()) return false;
      if (deletion.isUnderWay()) return seeDeletionThrough();
      if (counts.total === null) counts = { ...counts, total: await items.count(checkId) };
      group ??= await nextGroup();
      if (!group) {
        await finish(record);
        return true;
      }
      const look = await lookAgain(group.differences.map(({ suspect }) => suspect));
      // Whatever marks are about to do: to push or delete by the present state is right at any time.
      const differences = [...look.differences, ...look.undecided];
      if (differences.length === 0 || group.rounds >= MOST_ROUNDS) {
        await keep(record, group, differences, look.failing);
        return true;
      }
      await push(group, look.portion, differences);
      await remove(group, differences);
      group.rounds += 1;
      return true;
    },

    obstacle: deletion.obstacle,
  };
}

const keyOf = ({ index, id }: Suspect): string => `${index} ${id}`;
