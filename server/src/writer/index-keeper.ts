import type { CollectionDefinition } from '../collections/collection';
import { planOwnSettings, planSettings } from '../engine/plan-settings';
import type { EnqueuedTask, IndexSettings, SearchEngine } from '../engine/search-engine';

/** Keeps the settings of the indexes such that what is about to be pushed is filterable and searchable as promised. */
export interface IndexKeeper {
  /**
   * Enqueues the settings an index needs before documents with these fields are pushed to it. What users declare is left
   * for the next update: a wrong declaration would be refused here, and documents taken for the culprits.
   * @returns the task to watch, or `null` where the settings are right already
   */
  ensure(index: string, fields: readonly string[]): Promise<EnqueuedTask | null>;

  /** As {@link IndexKeeper.ensure}, and all that the collections in it declare. */
  apply(index: string, fields: readonly string[]): Promise<EnqueuedTask | null>;

  /** Forgets what was seen of one index, or of all, so that the engine is asked again. */
  forget(index?: string): void;
}

/**
 * @param collections - those synced now: an index shared by several gets the settings of all
 * @param fence - passed right before anything is sent; throws where the lease is lost
 */
export function createIndexKeeper(
  engine: SearchEngine,
  collections: () => readonly CollectionDefinition[],
  fence: () => Promise<void>,
): IndexKeeper {
  const seen = new Map<string, Set<string>>();

  const declaredFor = (index: string) =>
    collections()
      .filter((collection) => collection.indexes.includes(index))
      .map(({ settings }) => settings);

  const enqueue = async (
    plan: typeof planSettings,
    index: string,
    current: IndexSettings | null,
    fields: readonly string[],
  ) => {
    const known = seen.get(index);
    // What lies in an index seen for the first time stays searchable when the list becomes an explicit one.
    const all = [...new Set(known ? [...known, ...fields] : [...fields, ...(await engine.storedFields(index))])];
    const patch = plan({ current, declared: declaredFor(index), fields: all });
    let task: EnqueuedTask | null = null;
    if (Object.keys(patch).length > 0) {
      await fence();
      task = await engine.updateSettings(index, patch);
    }
    seen.set(index, new Set(all));
    return task;
  };

  return {
    async ensure(index, fields) {
      const known = seen.get(index);
      const current = await engine.settings(index);
      // An index that somebody has deleted meanwhile needs its settings again.
      if (current && known && fields.every((field) => known.has(field))) return null;
      return enqueue(planOwnSettings, index, current, fields);
    },

    apply: async (index, fields) => enqueue(planSettings, index, await engine.settings(index), fields),

    forget(index) {
      if (index === undefined) seen.clear();
      else seen.delete(index);
    },
  };
}
