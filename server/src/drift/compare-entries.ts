import type { CollectionDefinition } from '../collections/collection';
import type { EntrySource, RowRange } from '../collections/entry-source';
import type { CheckDepth } from '../contract';
import type { SearchEngine, StoredDocument } from '../engine/search-engine';
import type { Portion } from '../writer/portion';
import type { PortionReader } from '../writer/portion-reader';
import { createExpectedPages, type Expected, type ExpectedPage } from './expected-pages';
import { readStored } from './read-stored';
import type { Suspect } from './suspect';
import { PART_TO_COMPARE, verdictOn } from './verdict';

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
}

/** What an index has of some documents, by their ids. */
type Stored = ReadonlyMap<string, StoredDocument>;

/** A page that was read, while the engine looks its documents up. */
interface LookUp {
  readonly page: ExpectedPage;
  /** Several in each index, in the order of the collection's. Of a document that is in two of them the later one tells more. */
  readonly stored: readonly Promise<Stored[]>[];
}

/**
 * Looks the entries of a collection up in its indexes, a page at a time: what is missing or stale there, and what is there
 * although it is excluded. `null` at the end. While the engine looks one page up the next one is read: what is compared may
 * be out of date by then, and so is only suspected.
 * @param onRead - called with each page that was read as a whole, before anything else is done
 */
export function createEntryComparison(
  deps: { source: EntrySource; reader: PortionReader; engine: SearchEngine },
  collection: CollectionDefinition,
  look: { depth: CheckDepth; since: number },
  onRead: (portion: Portion) => Promise<void>,
): (range: RowRange) => Promise<ComparedPage | null> {
  const { indexes } = collection;
  const pages = createExpectedPages(deps, collection, look);
  let underWay: LookUp | null = null;

  const begin = async (range: RowRange): Promise<LookUp | null> => {
    const stored: Promise<Stored[]>[] = [];
    const look = (some: readonly Expected[]) => {
      const looking = Promise.all(indexes.map((index) => lookUp(deps.engine, index, some)));
      // Whoever awaits it gets the error; until then nobody does.
      looking.catch(() => undefined);
      stored.push(looking);
    };
    // The engine looks up who ought to be present while the rest of the page is read.
    const page = await pages(range, look);
    if (!page) return null;
    if (page.portion) await onRead(page.portion);
    look(page.expected.filter(({ expectation }) => expectation.kind !== 'present'));
    return { page, stored };
  };

  const compare = async ({ page, stored }: LookUp): Promise<ComparedPage> => {
    const { last, read, excluded, failed, expected } = page;
    const found = await Promise.all(stored);
    const suspects = indexes.flatMap((index, number) => {
      const here = new Map(found.flatMap((ofIndexes) => [...(ofIndexes[number] ?? [])]));
      return expected
        .filter(({ id, expectation }) => verdictOn(expectation, here.get(id)))
        .map(({ id, entry }): Suspect => ({ id, index, entry, indecision: null }));
    });
    const suspicious = new Set(suspects.map(({ id }) => id));
    const unchanged = expected.filter(({ id, expectation }) => expectation.kind !== 'absent' && !suspicious.has(id));
    return { position: last, read, unchanged: unchanged.length, excluded, failed, suspects };
  };

  return async (range) => {
    const present = underWay ?? (await begin(range));
    underWay = null;
    if (!present) return null;
    const [next, compared] = await Promise.all([
      begin({ after: present.page.last, until: range.until }),
      compare(present),
    ]);
    underWay = next;
    return compared;
  };
}

/**
 * What an index has under the ids of a page, as much of each as is compared. What ought to be there and what ought not are
 * asked for apart: then of each there are mostly all or none, which is soon said.
 */
async function lookUp(engine: SearchEngine, index: string, expected: readonly Expected[]) {
  const found = new Map<string, StoredDocument>();
  for (const [kind, part] of Object.entries(PART_TO_COMPARE)) {
    const ids = expected.filter(({ expectation }) => expectation.kind === kind).map(({ id }) => id);
    for (const [id, document] of await readStored(engine, index, ids, part)) found.set(id, document);
  }
  return found;
}
