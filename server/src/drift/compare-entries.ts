import type { CollectionDefinition } from '../collections/collection';
import type { EntrySource, RowRange } from '../collections/entry-source';
import type { CheckDepth } from '../contract';
import type { SearchEngine } from '../engine/search-engine';
import type { Portion } from '../writer/portion';
import type { PortionReader } from '../writer/portion-reader';
import { createExpectedPages } from './expected-pages';
import { readStored } from './read-stored';
import type { Suspect } from './suspect';
import { verdictOn } from './verdict';

/** What a page of entries has shown. */
export interface ComparedPage {
  /** The row id to go on after. */
  readonly position: number;
  readonly read: number;
  /** Entries whose documents are as they ought to be in every index. */
  readonly unchanged: number;
  readonly excluded: number;
  readonly failed: number;
  readonly suspects: readonly Suspect[];
  /** What was read as a whole; `null` where nothing can be said of who is excluded. */
  readonly portion: Portion | null;
}

/**
 * Looks the entries of a collection up in its indexes, a page at a time: what is missing or stale there, and what is there
 * although it is excluded. `null` at the end.
 */
export function createEntryComparison(
  deps: { source: EntrySource; reader: PortionReader; engine: SearchEngine },
  collection: CollectionDefinition,
  look: { depth: CheckDepth; since: number },
): (range: RowRange) => Promise<ComparedPage | null> {
  const pages = createExpectedPages(deps, collection, look);

  return async (range) => {
    const page = await pages(range);
    if (!page) return null;
    const { last, read, excluded, failed, expected, portion } = page;
    const suspects: Suspect[] = [];
    for (const index of collection.indexes) {
      const ids = expected.map(({ id }) => id);
      const stored = await readStored(deps.engine, index, ids, look.depth);
      for (const { id, entry, expectation } of expected) {
        if (verdictOn(expectation, stored.get(id))) suspects.push({ id, index, entry, indecision: null });
      }
    }
    const suspicious = new Set(suspects.map(({ id }) => id));
    const unchanged = expected.filter(({ id, expectation }) => expectation.kind !== 'absent' && !suspicious.has(id));
    return { position: last, read, unchanged: unchanged.length, excluded, failed, suspects, portion };
  };
}
