import type { CollectionDefinition } from '../collections/collection';
import type { EntrySource } from '../collections/entry-source';
import type { Exclusions } from '../collections/exclusions';
import { EngineError, type SearchEngine } from '../engine/search-engine';
import type { Failures } from '../failures/failures';
import { MARK_KINDS } from '../outbox/mark';
import type { Outbox } from '../outbox/outbox';

/**
 * Tells whether each index holds exactly as many documents of a collection as there are entries that belong to it, at a
 * moment when no mark waits. Where every entry is known to have its document, that proves that there is no orphan, by a few
 * questions in place of a look at each document. Says no where it is not sure.
 * An entry that the database holds twice counts twice, and may hide one orphan for as long.
 *
 * Must run where the writer does, between two of its steps: then nothing of what marks stand for is half done.
 */
export function createCountComparison(
  deps: {
    source: Pick<EntrySource, 'count'>;
    engine: Pick<SearchEngine, 'countDocuments'>;
    outbox: Pick<Outbox, 'oldest'>;
    exclusions: Pick<Exclusions, 'count'>;
    failures: Pick<Failures, 'count'>;
  },
  collection: CollectionDefinition,
) {
  const { engine, outbox } = deps;
  const { uid, indexes } = collection;
  const isQuiet = async () => (await outbox.oldest([uid], MARK_KINDS, 1)).length === 0;

  /** How many documents an index holds, `null` where nobody can tell whose they are. */
  const countOwned = async (index: string): Promise<number | null> => {
    try {
      // Whether these are the collection's own shows by their ids alone.
      if ((await engine.countDocuments(index, { unowned: true })) !== 0) return null;
      return await engine.countDocuments(index, { uid });
    } catch (error) {
      // Somebody has changed the settings of the index: whoever looks the documents up meets that too, and says it.
      if (error instanceof EngineError && error.fault === 'rejected') return null;
      throw error;
    }
  };

  return async (): Promise<boolean> => {
    if (!(await isQuiet())) return false;
    // What fails may have its last good version in the index, or none.
    if ((await deps.failures.count(uid)) > 0) return false;
    const [entries, excluded, ...held] = await Promise.all([
      deps.source.count(collection),
      deps.exclusions.count(uid),
      ...indexes.map(countOwned),
    ]);
    return held.every((count) => count === entries - excluded) && isQuiet();
  };
}
