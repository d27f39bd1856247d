import type { CollectionDefinition } from '../collections/collection';
import { planSettings } from '../engine/plan-settings';
import type { EnqueuedTask, SearchEngine } from '../engine/search-engine';

/** Keeps the settings of the indexes such that what is about to be pushed is filterable and searchable as promised. */
export interface IndexKeeper {
  /**
   * Enqueues the settings an index needs before documents with these fields are pushed to it.
   * @returns the task to watch, or `null` where the settings are right already
   */
  ensure(index: string, fields: readonly string[]): Promise<EnqueuedTask | null>;

  /** Forgets what was seen of one index, or of all, so that the engine is asked again. */
  forget(index?: string): void;
}

/** @param collections - those synced now: an index shared by several gets the settings of all */
export function createIndexKeeper(
  engine: SearchEngine,
  collections: () => readonly CollectionDefinition[],
): IndexKeeper {
  const seen = new Map<string, Set<string>>();

  return {
    async ensure(index, fields) {
      const known = seen.get(index);
      const current = await engine.settings(index);
      // An index that somebody has deleted meanwhile needs its settings again.
      if (current && known && fields.every((field) => known.has(field))) return null;

      // What lies in an index seen for the first time stays searchable when the list becomes an explicit one.
      const all = [...new Set(known ? [...known, ...fields] : [...fields, ...(await engine.storedFields(index))])];
      const declared = collections()
        .filter((collection) => collection.indexes.includes(index))
        .map(({ settings }) => settings);
      const patch = planSettings({ current, declared, fields: all });
      const task = Object.keys(patch).length === 0 ? null : await engine.updateSettings(index, patch);
      seen.set(index, new Set(all));
      return task;
    },

    forget(index) {
      if (index === undefined) seen.clear();
      else seen.delete(index);
    },
  };
}
