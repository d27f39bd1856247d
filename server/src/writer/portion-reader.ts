import type { CollectionDefinition } from '../collections/collection';
import type { CollectionRecords } from '../collections/collection-records';
import type { EntrySource, Narrowing, RowRange } from '../collections/entry-source';
import { decideMembership, type Membership, type Sanitize } from '../collections/membership';
import type { Entry } from '../config/options';
import { planDocuments, planPage, type Portion } from './portion';

/**
 * Entries transformed at the same time: enough for a `transformEntry` that waits for something, few enough that what a
 * sanitizer leaves behind is gone before the garbage collector has to keep it (measured: a fifth of the time).
 */
const AT_ONCE = 16;

/** A page of a collection, read. */
export interface PortionPage {
  readonly portion: Portion;
  /** Entries read. */
  readonly read: number;
  /** The row id to go on after. */
  readonly last: number;
}

/** Reads present state and plans what it asks for. What may be pushed has its locale on record from then on. */
export interface PortionReader {
  /** Whole documents, in all their locales. */
  documents(collection: CollectionDefinition, documentIds: readonly string[]): Promise<Portion>;

  /** Like {@link PortionReader.documents}, for somebody who only looks: nothing is put on record. */
  preview(collection: CollectionDefinition, documentIds: readonly string[]): Promise<Portion>;

  /** The next page of so many entries within a range of rows; `null` at the end. */
  page(
    collection: CollectionDefinition,
    size: number,
    position: RowRange & { narrowing?: Narrowing },
  ): Promise<PortionPage | null>;
}

export function createPortionReader(deps: {
  source: EntrySource;
  sanitize: Sanitize;
  records: CollectionRecords;
}): PortionReader {
  const { source, sanitize, records } = deps;

  /** Takes the entries out of the list as it goes: those that are done need not be kept until all are. */
  const membershipsOf = async (collection: CollectionDefinition, entries: Entry[]): Promise<Membership[]> => {
    const memberships: Membership[] = [];
    while (entries.length > 0) {
      const some = entries.splice(0, AT_ONCE);
      memberships.push(...(await Promise.all(some.map((entry) => decideMembership(collection, entry, sanitize)))));
    }
    return memberships;
  };

  /** All locales that documents of a collection may have in the index, and which of them are on record. */
  const localesWith = async (collection: CollectionDefinition, memberships: readonly Membership[]) => {
    const known = (await records.find(collection.uid))?.locales ?? [];
    return { known, all: [...new Set([...known, ...memberships.map(localeOf)])] };
  };

  /** A document of a locale that nobody remembers could never be deleted again: so it is on record before it is pushed. */
  const rememberLocales = async (collection: CollectionDefinition, memberships: readonly Membership[]) => {
    const { known, all } = await localesWith(collection, memberships);
    if (all.length > known.length) await records.change(collection.uid, { locales: all });
    return all;
  };

  const documentsOf = async (collection: CollectionDefinition, documentIds: readonly string[]) =>
    membershipsOf(collection, await source.ofDocuments(collection, documentIds));

  return {
    async documents(collection, documentIds) {
      const memberships = await documentsOf(collection, documentIds);
      const locales = await rememberLocales(collection, memberships);
      return planDocuments(collection, documentIds, memberships, locales);
    },

    async preview(collection, documentIds) {
      const memberships = await documentsOf(collection, documentIds);
      const { all } = await localesWith(collection, memberships);
      return planDocuments(collection, documentIds, memberships, all);
    },

    async page(collection, size, position) {
      const memberships: Membership[] = [];
      // In equal parts, for the last one to be worth its statements.
      const part = Math.ceil(size / Math.ceil(size / collection.pages.read));
      let { after: last } = position;
      while (memberships.length < size) {
        const limit = Math.min(part, size - memberships.length);
        const entries = await source.page(collection, { ...position, after: last, limit });
        const end = entries.at(-1);
        if (!end) break;
        last = end.id;
        memberships.push(...(await membershipsOf(collection, entries)));
      }
      const { length: read } = memberships;
      if (read === 0) return null;
      await rememberLocales(collection, memberships);
      return { portion: planPage(collection, memberships), read, last };
    },
  };
}

const localeOf = (membership: Membership) =>
  membership.kind === 'document' ? membership.document.locale : membership.locale;
