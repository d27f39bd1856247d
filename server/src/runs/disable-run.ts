import type { CollectionDefinition } from '../collections/collection';
import { createDeletion } from './deletion';
import type { RunContext, RunMachine } from './run-context';
import { RunFailed } from './run-failed';
import type { RunRecord } from './run-record';

/**
 * Takes a collection out of the engine: forgets what was to be pushed, deletes its documents and only these, and then each
 * index that holds nothing else and that no other collection uses.
 */
export function createDisableRun(context: RunContext, collection: CollectionDefinition, begun: RunRecord): RunMachine {
  const { engine, deliverer, shipper, keeper, ledger, outbox, failures, exclusions, collections } = context;
  let remaining = [...collection.indexes];
  let isForgotten = false;
  const mended = new Set<string>();
  const deletion = createDeletion(context, collection);
  let counts = begun.counts;

  const forget = async () => {
    await outbox.clearCollection(collection.uid);
    await failures.clearCollection(collection.uid);
    await exclusions.clearCollection(collection.uid);
    isForgotten = true;
  };

  const isUsedByOthers = (index: string) =>
    collections().some(({ uid, indexes }) => uid !== collection.uid && indexes.includes(index));

  /**
   * Without its own filters the engine cannot tell documents apart, and refuses the deletion: somebody may have taken them
   * away. Answers whether there is anything to delete at all.
   */
  const mendFilters = async (index: string): Promise<boolean> => {
    if (!(await engine.storedFields(index)).includes('_strapi')) return false;
    keeper.forget(index);
    const outcome = await deliverer.settled(await deliverer.enqueueTask('settings', () => keeper.ensure(index, [])));
    if (outcome.kind !== 'refused') return true;
    throw new RunFailed(`Meilisearch refuses the settings of index "${index}": ${outcome.refusal.message}`);
  };

  const end = async (index: string) => {
    // Looked at after the deletion is through: only what is known to be empty goes as a whole.
    if ((await engine.countDocuments(index)) === 0 && !isUsedByOthers(index)) {
      await deliverer.settled(await deliverer.enqueueTask('delete', () => engine.deleteIndex(index)));
    }
    keeper.forget(index);
    remaining = remaining.filter((other) => other !== index);
  };

  return {
    async step(record) {
      // What is under way may be of this collection, and is to be deleted too.
      if (shipper.isShipping(collection.uid)) return false;
      if (!isForgotten) await forget();

      const index = remaining[0];
      if (index === undefined || record.options.removeDocuments === false) {
        await ledger.progress(record.id, { counts, error: null });
        await ledger.move(record, 'running', 'succeeded');
        return true;
      }
      if (deletion.isResting()) return false;
      if (!deletion.isUnderWay()) {
        // Also where there is no such index: what is on its way there comes before this.
        await deletion.matching(index, { uid: collection.uid });
        return true;
      }
      const outcome = await deletion.look();
      if (outcome.kind === 'pending') return false;
      if (outcome.kind === 'refused') {
        if (mended.has(index)) throw new RunFailed(`Meilisearch refuses: ${outcome.refusal.message}`);
        mended.add(index);
        if (!(await mendFilters(index))) await end(index);
      } else if (outcome.kind === 'done') {
        counts = { ...counts, purged: counts.purged + outcome.deleted };
        await ledger.progress(record.id, { counts, error: null });
        await end(index);
      }
      return true;
    },

    obstacle: deletion.obstacle,
  };
}
