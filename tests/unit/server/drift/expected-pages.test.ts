import { createCollectionRecords } from '../../../../server/src/collections/collection-records';
import type { EntrySource } from '../../../../server/src/collections/entry-source';
import { createExpectedPages, type Expected } from '../../../../server/src/drift/expected-pages';
import { createPortionReader } from '../../../../server/src/writer/portion-reader';
import { offers } from '../fixtures/collection';
import { createInMemoryDatabase } from '../fixtures/database';
import { titledEntries } from '../fixtures/titled-entries';

const SINCE = Date.UTC(2026, 10, 9);
const LATELY = SINCE + 1;
const LONG_AGO = SINCE - 1;

/** Offers, each as its documentId, its locale and when it was changed. */
function quickPages(...rows: [documentId: string, locale: string, updatedAt: number][]) {
  const entries = rows.map(([documentId, locale, updatedAt], row) => ({
    ...{ id: row + 1, documentId, locale, updatedAt },
    title: `${documentId} ${locale}`,
  }));
  const source: EntrySource = {
    ...titledEntries(new Map()),
    identities: async (_, { after, limit }) => entries.filter(({ id }) => id > after).slice(0, limit),
    ofDocuments: async (_, documentIds) => entries.filter(({ documentId }) => documentIds.includes(documentId)),
  };
  const records = createCollectionRecords(createInMemoryDatabase().strapi);
  const reader = createPortionReader({ source, sanitize: async (_, entry) => entry, records });
  const pages = createExpectedPages({ source, reader }, offers(), { depth: 'quick', since: SINCE });
  const known: string[] = [];
  const next = (after: number) => pages({ after, until: null }, (some) => known.push(...some.map(({ id }) => id)));
  return { next, known };
}

describe('what a quick check expects', () => {
  it('is the version of what was changed of late, and that the rest is there', async () => {
    const { next } = quickPages(['cook', 'en', LATELY], ['nurse', 'en', LONG_AGO]);
    const page = await next(0);
    expect(page?.expected.map(({ id, expectation }) => [id, expectation.kind]).sort()).toEqual([
      ['offer-cook-en', 'version'],
      ['offer-nurse-en', 'present'],
    ]);
  });

  it('names an older translation once, where another one of its document was changed of late', async () => {
    const { next } = quickPages(['cook', 'en', LATELY], ['cook', 'fr', LONG_AGO]);
    const page = await next(0);
    expect(page?.read).toBe(2);
    expect(page?.expected.map(({ id }) => id).sort()).toEqual(['offer-cook-en', 'offer-cook-fr']);
  });

  it('comes in pages that hold all entries once, however many were changed of late', async () => {
    const rows = Array.from({ length: 12_500 }, (_, row): [string, string, number] => {
      const isLate = row > 4000 && row % 7 === 0;
      return [`d${row}`, 'en', isLate ? LATELY : LONG_AGO];
    });
    const { next, known } = quickPages(...rows);
    const expected: Expected[] = [];
    for (let page = await next(0); page; page = await next(page.last)) expected.push(...page.expected);
    expect(expected.map(({ id }) => id).toSorted()).toEqual(
      rows.map(([documentId]) => `offer-${documentId}-en`).toSorted(),
    );
    const present = expected.filter(({ expectation }) => expectation.kind === 'present');
    expect(known.toSorted()).toEqual(present.map(({ id }) => id).toSorted());
  });
});
