import type { CollectionDefinition } from '../../../../server/src/collections/collection';
import { createCollectionRecords } from '../../../../server/src/collections/collection-records';
import { stampedLine } from '../../../../server/src/collections/search-document';
import { TABLES } from '../../../../server/src/database/models';
import { createFailures } from '../../../../server/src/failures/failures';
import { allMark, editedMark, type NewMark } from '../../../../server/src/outbox/mark';
import { createOutbox, type Outbox } from '../../../../server/src/outbox/outbox';
import { documentStanding } from '../../../../server/src/overview/document-standing';
import { createPortionReader } from '../../../../server/src/writer/portion-reader';
import { createInMemoryEngine } from '../../../support/in-memory-engine';
import { OFFER, offers } from '../fixtures/collection';
import { createInMemoryDatabase } from '../fixtures/database';
import { titledEntries } from '../fixtures/titled-entries';

const PUSHED = Date.parse('2026-11-20T12:00:00.000Z');
const AT = '2026-11-20T12:00:00.000Z';

/** Offers that have a title in the database, in an index or in several. */
function begin(present: Record<string, string>, changes: Partial<CollectionDefinition> = {}) {
  const collection = offers(changes);
  const titles = new Map(Object.entries(present));
  const database = createInMemoryDatabase();
  const { strapi } = database;
  const engine = createInMemoryEngine();
  const records = createCollectionRecords(strapi);
  const reader = createPortionReader({ source: titledEntries(titles), sanitize: async (_, entry) => entry, records });
  const outbox = createOutbox(strapi);
  const failures = createFailures(strapi);
  const collections = () => [collection];

  return {
    ...{ database, engine, records, outbox, failures, titles },
    /** Pushes a document as it is now. */
    push: async (documentId: string, index = 'offer') => {
      const { upserts } = await reader.documents(collection, [documentId]);
      await engine.addDocuments(
        index,
        upserts.map((document) => stampedLine(document, PUSHED)),
      );
      engine.process();
    },
    /** Puts a document into the index past us. */
    put: async (document: object) => {
      await engine.addDocuments('offer', [JSON.stringify(document)]);
      engine.process();
    },
    look: (documentId: string) =>
      documentStanding({ engine, reader, outbox, failures, collections }, collection, documentId),
  };
}

/** A document without translations, as it stands in its only index. */
const only = (documentId: string, state: string, more: { syncedAt?: string; error?: string } = {}) => ({
  documentId,
  entries: [
    {
      locale: null,
      id: `offer-${documentId}`,
      indexes: [{ uid: 'offer', state, syncedAt: more.syncedAt ?? null, error: more.error ?? null }],
    },
  ],
});

describe('how a document stands', () => {
  it('is in sync, since it was pushed', async () => {
    const { push, look } = begin({ cook: 'Cook' });
    await push('cook');
    expect(await look('cook')).toEqual(only('cook', 'in-sync', { syncedAt: AT }));
  });

  it('is missing, stale or orphaned by what both sides are now', async () => {
    const { titles, push, look } = begin({ missing: 'Nurse', stale: 'Baker', orphaned: 'Ghost' });
    for (const documentId of ['stale', 'orphaned']) await push(documentId);
    titles.set('stale', 'Miller').delete('orphaned');
    expect(await look('missing')).toEqual(only('missing', 'missing'));
    expect(await look('stale')).toEqual(only('stale', 'stale', { syncedAt: AT }));
    expect(await look('orphaned')).toEqual(only('orphaned', 'orphaned', { syncedAt: AT }));
  });

  it('is stale where it was edited in the engine, whatever version it bears', async () => {
    const { engine, push, put, look } = begin({ cook: 'Cook' });
    await push('cook');
    const pushed = engine.contents('offer')?.get('offer-cook');
    await put({ ...pushed, title: 'Chef' });
    expect(await look('cook')).toEqual(only('cook', 'stale', { syncedAt: AT }));
  });

  it('is told for what the index holds in locales that the database does not know any more', async () => {
    const { records, put, look } = begin({ cook: 'Cook' });
    await records.change(OFFER, { locales: [null, 'pt-BR', 'fr'] });
    const stamp = { uid: OFFER, syncedAt: PUSHED, version: 'old' };
    await put({ _meilisearch_id: 'offer-cook-pt-BR', _strapi: stamp, title: 'Cozinheiro' });
    const { entries } = await look('cook');
    expect(entries.map(({ locale, id, indexes }) => [locale, id, indexes[0]?.state])).toEqual([
      [null, 'offer-cook', 'missing'],
      ['pt-BR', 'offer-cook-pt-BR', 'orphaned'],
    ]);
  });

  it('says nothing of documents that are somebody else’s', async () => {
    const { records, put, look } = begin({});
    await records.change(OFFER, { locales: [null] });
    await put({ _meilisearch_id: 'offer-cook', _strapi: { uid: 'api::other.offer', syncedAt: PUSHED, version: 'x' } });
    expect(await look('cook')).toEqual({ documentId: 'cook', entries: [] });
  });

  it('is told for each index', async () => {
    const { push, look } = begin({ cook: 'Cook' }, { indexes: ['offer', 'everything'] });
    await push('cook', 'everything');
    const [entry] = (await look('cook')).entries;
    expect(entry?.indexes).toEqual([
      { uid: 'offer', state: 'missing', syncedAt: null, error: null },
      { uid: 'everything', state: 'in-sync', syncedAt: AT, error: null },
    ]);
  });

  it('is excluded where the user’s functions leave it out, and orphaned if the index has it all the same', async () => {
    const hidden = new Set(['cook']);
    const { push, look } = begin(
      { cook: 'Cook' },
      { filterEntry: ({ entry: { documentId } }) => !hidden.has(documentId) },
    );
    expect(await look('cook')).toEqual(only('cook', 'excluded'));
    hidden.clear();
    await push('cook');
    hidden.add('cook');
    expect(await look('cook')).toEqual(only('cook', 'orphaned', { syncedAt: AT }));
  });

  it('is failing where it cannot be transformed, also before that is on record', async () => {
    const transformEntry = () => {
      throw new Error('no words');
    };
    const { look } = begin({ cook: 'Cook' }, { transformEntry });
    expect(await look('cook')).toEqual(only('cook', 'failing', { error: 'no words' }));
  });

  it('is failing where the engine has refused it, in that index only', async () => {
    const { failures, push, look } = begin({ cook: 'Cook' }, { indexes: ['offer', 'everything'] });
    for (const index of ['offer', 'everything']) await push('cook', index);
    const refused = { documentId: 'cook', locale: null, index: 'everything', stage: 'push' as const, message: 'no' };
    await failures.record(OFFER, { documentIds: ['cook'], entries: null }, [refused]);
    const [entry] = (await look('cook')).entries;
    expect(entry?.indexes).toMatchObject([
      { uid: 'offer', state: 'in-sync', error: null },
      { uid: 'everything', state: 'failing', error: 'no' },
    ]);
  });

  it('is pending while a mark names it, or may be about what differs', async () => {
    const { outbox, push, look } = begin({ saved: 'Cook', equal: 'Nurse', other: 'Baker' });
    await push('equal');
    await outbox.add([editedMark(OFFER, 'saved'), allMark(OFFER)]);
    expect(await look('saved')).toEqual(only('saved', 'pending'));
    expect(await look('other')).toEqual(only('other', 'pending'));
    expect(await look('equal')).toEqual(only('equal', 'in-sync', { syncedAt: AT }));
  });

  it.each<[sentence: string, before: NewMark[], meanwhile: (outbox: Outbox) => Promise<void>]>([
    ['its mark is drained between the two sides', [editedMark(OFFER, 'cook')], (outbox) => outbox.clear([1])],
    ['it is saved between the two sides', [], (outbox) => outbox.add([editedMark(OFFER, 'cook')])],
  ])('is pending where %s', async (_, before, meanwhile) => {
    const { engine, outbox, look } = begin({ cook: 'Cook' });
    const { documents } = engine;
    await outbox.add(before);
    engine.documents = async (...query) => {
      await meanwhile(outbox);
      return documents(...query);
    };
    expect(await look('cook')).toEqual(only('cook', 'pending'));
  });

  it('has no moment where nobody has stamped what lies there', async () => {
    const { put, look } = begin({ cook: 'Cook', nurse: 'Nurse' });
    await put({ _meilisearch_id: 'offer-cook', title: 'Left by another plugin' });
    await put({ _meilisearch_id: 'offer-nurse', _strapi: { uid: OFFER, syncedAt: 'soon' } });
    expect(await look('cook')).toEqual(only('cook', 'stale'));
    expect(await look('nurse')).toEqual(only('nurse', 'stale'));
  });

  it('changes nothing', async () => {
    const { database, look } = begin({ cook: 'Cook' });
    await look('cook');
    for (const table of Object.values(TABLES)) expect(database.rows(table)).toEqual([]);
  });
});
