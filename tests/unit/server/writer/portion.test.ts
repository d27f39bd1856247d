import fc from 'fast-check';

import { searchDocumentId } from '../../../../server/src/collections/document-id';
import type { Membership } from '../../../../server/src/collections/membership';
import { aboutOnly, halve, planDocuments, planPage, type Portion } from '../../../../server/src/writer/portion';
import { documentId, locale } from '../fixtures/arbitraries';
import { offers } from '../fixtures/collection';
import { membershipsOf } from '../fixtures/memberships';

const COLLECTION = offers();
const { document, excluded, failing } = membershipsOf(COLLECTION);

/** A portion in a few words: ids of search documents. */
function summary({ upserts, deletions, failures, excluded }: Portion) {
  const idOf = (entry: { documentId: string; locale: string | null }) =>
    searchDocumentId(COLLECTION.modelName, entry.documentId, entry.locale);
  return {
    upserts: upserts.map(({ id }) => id),
    deletions: [...deletions],
    failing: failures.map(idOf),
    excluded: excluded.map(idOf),
  };
}

const NOTHING = { upserts: [], deletions: [], failing: [], excluded: [] };

describe('the portion for whole documents', () => {
  type Case = [
    sentence: string,
    situation: { documentIds: string[]; memberships: Membership[]; locales: (string | null)[] },
    plan: Partial<ReturnType<typeof summary>>,
  ];

  it.each<Case>([
    [
      'for an entry in scope pushes it',
      { documentIds: ['a'], memberships: [document('a', null)], locales: [null] },
      { upserts: ['offer-a'] },
    ],
    [
      'for an entry that left the scope deletes it in all locales',
      { documentIds: ['a'], memberships: [], locales: ['en', 'fr', 'pt-BR'] },
      { deletions: ['offer-a-en', 'offer-a-fr', 'offer-a-pt-BR'] },
    ],
    [
      'for an entry of which one locale is left pushes this one and deletes the others',
      { documentIds: ['a'], memberships: [document('a', 'fr')], locales: ['en', 'fr'] },
      { upserts: ['offer-a-fr'], deletions: ['offer-a-en'] },
    ],
    [
      'for an entry whose type became localized deletes what it was without a locale',
      { documentIds: ['a'], memberships: [document('a', 'en')], locales: [null, 'en'] },
      { upserts: ['offer-a-en'], deletions: ['offer-a'] },
    ],
    [
      'for an entry whose type is not localized any more deletes its translations',
      { documentIds: ['a'], memberships: [document('a', null)], locales: [null, 'en', 'fr'] },
      { upserts: ['offer-a'], deletions: ['offer-a-en', 'offer-a-fr'] },
    ],
    [
      'for an excluded entry deletes it',
      { documentIds: ['a'], memberships: [excluded('a', null)], locales: [null] },
      { deletions: ['offer-a'], excluded: ['offer-a'] },
    ],
    [
      'for a failing entry keeps its last good version',
      { documentIds: ['a'], memberships: [failing('a', 'en')], locales: ['en', 'fr'] },
      { failing: ['offer-a-en'], deletions: ['offer-a-fr'] },
    ],
    [
      'for a document whose locales fare differently does what is right for each',
      {
        documentIds: ['a'],
        memberships: [document('a', 'en'), excluded('a', 'fr'), failing('a', 'de')],
        locales: ['en', 'fr', 'de', 'es'],
      },
      {
        upserts: ['offer-a-en'],
        excluded: ['offer-a-fr'],
        failing: ['offer-a-de'],
        deletions: ['offer-a-fr', 'offer-a-es'],
      },
    ],
    [
      'for several documents does what is right for each',
      { documentIds: ['a', 'b', 'c'], memberships: [document('b', null), failing('c', null)], locales: [null] },
      { upserts: ['offer-b'], failing: ['offer-c'], deletions: ['offer-a'] },
    ],
    ['where nothing was ever pushed has nothing to delete', { documentIds: ['a'], memberships: [], locales: [] }, {}],
    ['for no document is empty', { documentIds: [], memberships: [], locales: ['en'] }, {}],
  ])('%s', (_, { documentIds, memberships, locales }, plan) => {
    const portion = planDocuments(COLLECTION, documentIds, memberships, locales);
    expect(summary(portion)).toEqual({ ...NOTHING, ...plan });
  });

  it('speaks of all documents asked for, also of those that are gone', () => {
    const portion = planDocuments(COLLECTION, ['a', 'gone'], [document('a', null)], [null]);
    expect(portion).toMatchObject({
      collection: COLLECTION,
      subject: { documentIds: ['a', 'gone'], entries: null },
    });
  });

  it('says what failed and why, for the record', () => {
    expect(planDocuments(COLLECTION, ['a'], [failing('a', 'en')], ['en']).failures).toEqual([
      { documentId: 'a', locale: 'en', index: null, stage: 'transform', message: 'no city' },
    ]);
  });

  it('names each id once: pushed, deleted or failing', () => {
    const entry = fc.record({ documentId, locale, kind: fc.constantFrom(document, excluded, failing) });
    const entries = fc.uniqueArray(entry, { selector: ({ documentId, locale }) => `${documentId} ${locale}` });
    const others = fc.array(documentId);
    const known = fc.array(locale);
    fc.assert(
      fc.property(entries, others, known, (given, otherIds, otherLocales) => {
        const memberships = given.map(({ documentId, locale, kind }) => kind(documentId, locale));
        const documentIds = [...new Set([...given.map((one) => one.documentId), ...otherIds])];
        const locales = [...new Set([...given.map((one) => one.locale), ...otherLocales])];
        const plan = summary(planDocuments(COLLECTION, documentIds, memberships, locales));

        const named = [...plan.upserts, ...plan.deletions, ...plan.failing];
        const all = documentIds.flatMap((id) => locales.map((one) => searchDocumentId('offer', id, one)));
        expect(named.toSorted()).toEqual(all.toSorted());
        for (const id of plan.excluded) expect(plan.deletions).toContain(id);
      }),
    );
  });
});

describe('the portion for a page of an update', () => {
  it('pushes what belongs to the index and deletes nothing', () => {
    const page = planPage(COLLECTION, [
      document('a', 'en'),
      excluded('a', 'fr'),
      failing('b', 'en'),
      document('c', 'en'),
    ]);
    expect(summary(page)).toEqual({
      upserts: ['offer-a-en', 'offer-c-en'],
      deletions: [],
      failing: ['offer-b-en'],
      excluded: ['offer-a-fr'],
    });
  });

  it('speaks of the entries on it, for others of the same documents may lie on another page', () => {
    const page = planPage(COLLECTION, [
      document('a', 'en'),
      document('a', 'fr'),
      excluded('b', 'en'),
      failing('c', 'en'),
      failing('a', 'de'),
    ]);
    expect([...page.subject.documentIds].sort()).toEqual(['a', 'b', 'c']);
    expect(page.subject.entries?.map(({ documentId, locale }) => `${documentId} ${locale}`).sort()).toEqual([
      'a de',
      'a en',
      'a fr',
      'b en',
      'c en',
    ]);
  });

  it('may be of nothing', () => {
    expect(summary(planPage(COLLECTION, []))).toEqual(NOTHING);
  });
});

describe('a portion cut in halves', () => {
  const portion = (upserts: number, deletions: number): Portion => ({
    ...planPage(
      COLLECTION,
      Array.from({ length: upserts }, (_, position) => document(`d${position}`, null)),
    ),
    deletions: Array.from({ length: deletions }, (_, position) => `offer-x${position}`),
  });

  it('is covered exactly by them', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(5), (upserts, deletions) => {
        const whole = portion(upserts, deletions);
        const halves = halve(whole);
        expect(halves.flatMap((half) => half.upserts)).toEqual(whole.upserts);
        expect(halves.flatMap((half) => half.deletions)).toEqual(whole.deletions);
      }),
    );
  });

  it('speaks of the same in both of them', () => {
    const whole = portion(5, 2);
    expect(halve(whole).map(({ subject }) => subject)).toEqual([whole.subject, whole.subject]);
  });

  it('comes down to single documents', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), (upserts) => {
        const sizes = halve(portion(upserts, 1)).map((half) => half.upserts.length);
        expect(Math.abs(sizes[0]! - sizes[1]!)).toBeLessThanOrEqual(1);
        expect(Math.max(...sizes)).toBeLessThan(upserts);
      }),
    );
  });
});

describe('the part of a portion that is about some of its documents', () => {
  const whole = planDocuments(
    COLLECTION,
    ['a', 'b', 'c'],
    [
      document('a', 'en'),
      document('a', 'fr'),
      failing('a', 'de'),
      document('b', 'en'),
      excluded('b', 'fr'),
      failing('c', 'en'),
    ],
    ['en', 'fr', 'de', 'es'],
  );
  const [first] = whole.upserts;

  it('pushes these and deletes nothing', () => {
    expect(summary(aboutOnly(whole, [first!]))).toMatchObject({ upserts: ['offer-a-en'], deletions: [] });
  });

  it('says nothing of the other entries of these documents', () => {
    const part = aboutOnly(whole, whole.upserts);
    expect(summary(part)).toMatchObject({ failing: [], excluded: [] });
    expect(part.subject).toEqual({
      documentIds: ['a', 'b'],
      entries: [
        { documentId: 'a', locale: 'en' },
        { documentId: 'a', locale: 'fr' },
        { documentId: 'b', locale: 'en' },
      ],
    });
  });

  it('may be nothing', () => {
    const part = aboutOnly(whole, []);
    expect(summary(part)).toEqual(NOTHING);
    expect(part.subject).toEqual({ documentIds: [], entries: [] });
  });
});
