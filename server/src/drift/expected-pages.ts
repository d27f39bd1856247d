import type { CollectionDefinition } from '../collections/collection';
import { searchDocumentId } from '../collections/document-id';
import type { EntryIdentity, EntrySource, RowRange } from '../collections/entry-source';
import type { Identity } from '../collections/subject';
import type { CheckDepth } from '../contract';
import { inPortions } from '../database/table';
import type { Portion } from '../writer/portion';
import type { PortionReader } from '../writer/portion-reader';
import { comparedAt, type Expectation } from './verdict';

/** Entries whose identities alone are read at once, and on one page: the few that were changed of late are read together. */
const IDENTITIES = { atOnce: 2000, ofPage: 10_000 };

/** An entry of the database, and what the index ought to have of it. */
export interface Expected {
  readonly id: string;
  readonly entry: Identity;
  readonly expectation: Expectation;
}

/** An entry of which nothing but its identity was read. */
interface Named extends Expected {
  readonly row: number;
  /** Whether it was changed of late, and so is to be read as a whole. */
  readonly isRecent: boolean;
}

const PRESENT: Expectation = { kind: 'present' };

/** A page of a collection as a check reads it. */
export interface ExpectedPage {
  /** The row id to go on after. */
  readonly last: number;
  readonly read: number;
  readonly failed: number;
  readonly excluded: number;
  readonly expected: readonly Expected[];
  /** What was read as a whole; `null` where nothing can be said of who is excluded. */
  readonly portion: Portion | null;
}

/**
 * Reads the database's side of a check in the order of row ids; `null` at the end.
 * @param onPresent - called while the page is still being read, with some that ought to be present, of the page or of documents
 *   that it reads as a whole after all
 */
export type ExpectedPages = (
  range: RowRange,
  onPresent: (some: readonly Expected[]) => void,
) => Promise<ExpectedPage | null>;

/** @param since - milliseconds since the epoch: a quick check reads what was changed since then, of the rest only who it is */
export function createExpectedPages(
  { source, reader }: { source: EntrySource; reader: PortionReader },
  collection: CollectionDefinition,
  { depth, since }: { depth: CheckDepth; since: number },
): ExpectedPages {
  const { modelName } = collection;
  const idOf = ({ documentId, locale }: Identity) => searchDocumentId(modelName, documentId, locale);
  const compared = comparedAt(depth);

  const expectedOf = ({ upserts, excluded }: Portion): Expected[] => [
    ...upserts.map((document) => ({
      id: document.id,
      entry: { documentId: document.documentId, locale: document.locale },
      expectation: { kind: compared, document } as const,
    })),
    ...excluded.map((entry) => ({ id: idOf(entry), entry, expectation: { kind: 'absent' } as const })),
  ];

  const whole: ExpectedPages = async (range) => {
    const page = await reader.page(collection, collection.pages.least, range);
    if (!page) return null;
    const { portion, read, last } = page;
    const { length: failed } = portion.failures;
    return { last, read, failed, excluded: portion.excluded.length, expected: expectedOf(portion), portion };
  };

  const named = (identity: EntryIdentity): Named => {
    const { id: row, updatedAt } = identity;
    // A row that does not say when it was changed may have been so of late.
    const isRecent = updatedAt === null || updatedAt >= since;
    return { row, isRecent, id: idOf(identity), entry: identity, expectation: PRESENT };
  };

  const readNamed = async (range: RowRange, onPresent: (some: Named[]) => void): Promise<Named[]> => {
    const entries: Named[] = [];
    let recent = 0;
    while (entries.length < IDENTITIES.ofPage && recent < collection.pages.read) {
      const after = entries.at(-1)?.row ?? range.after;
      const some = (await source.identities(collection, { ...range, after, limit: IDENTITIES.atOnce })).map(named);
      const present = some.filter(({ isRecent }) => !isRecent);
      entries.push(...some);
      onPresent(present);
      recent += some.length - present.length;
      if (some.length < IDENTITIES.atOnce) break;
    }
    return entries;
  };

  const quick: ExpectedPages = async (range, onPresent) => {
    const entries = await readNamed(range, onPresent);
    const last = entries.at(-1);
    if (!last) return null;
    const ofPage = new Set(entries.map(({ id }) => id));
    const documentIds = [...new Set(entries.filter(({ isRecent }) => isRecent).map(({ entry }) => entry.documentId))];
    // Documents of which one translation was changed of late are read in all of them.
    const isRead = new Set(documentIds);
    const expected: Expected[] = entries.filter(({ entry }) => !isRead.has(entry.documentId));
    let [failed, excluded] = [0, 0];
    for (const read of inPortions(documentIds, collection.pages.read)) {
      const portion = await reader.documents(collection, read);
      // Other entries of these documents are on pages of their own.
      expected.push(...expectedOf(portion).filter(({ id }) => ofPage.has(id)));
      failed += portion.failures.filter((failure) => ofPage.has(idOf(failure))).length;
      excluded += portion.excluded.filter((entry) => ofPage.has(idOf(entry))).length;
    }
    return { last: last.row, read: entries.length, failed, excluded, expected, portion: null };
  };

  return depth === 'quick' ? quick : whole;
}
