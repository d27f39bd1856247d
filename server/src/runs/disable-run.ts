import type { CollectionDefinition } from '../collections/collection';
import type { SentTask } from '../writer/outcome';
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
  let deletion: SentTask[] | null = null;
  let counts = begun.counts;

  const forget = async () => {
    await outbox.clearCollection(collection.uid);
    await failures.clearCollection(collection.uid);
    await exclusions.clearCollection(collection.uid);
    isForgotten = true;
  };

  const isUsedByOthers = (index: string) =>
    collections().some(({ uid, indexes }) => uid !== collection.uid && indexes.includes(index));

  /** Documents of this collection in an index; none where the plugin has never made it tell collections apart. */
  const isOwnFilterable = async (index: string): Promise<boolean> => {
    const settings = await engine.settings(index);
    return JSON.stringify(settings?.filterableAttributes ?? []).includes('_strapi');
  };

  const begin = async (index: string): Promise<boolean> => {
    if (!(await isOwnFilterable(index))) return false;
    deletion = await deliverer.enqueueTask('delete', () => engine.deleteMatching(index, { uid: collection.uid }));
    return true;
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
        await ledger.progress(record.id, { counts });
        await ledger.move(record, 'running', 'succeeded');
        return true;
      }
      if (!deletion) {
        if (!(await begin(index))) await end(index);
        return true;
      }
      const outcome = await deliverer.look(deletion);
      if (outcome.kind === 'pending') return false;
      deletion = null;
      if (outcome.kind === 'refused') throw new RunFailed(`Meilisearch refuses: ${outcome.refusal.message}`);
      if (outcome.kind === 'done') {
        counts = { ...counts, purged: counts.purged + outcome.deleted };
        await ledger.progress(record.id, { counts });
        await end(index);
      }
      return true;
    },
  };
}
