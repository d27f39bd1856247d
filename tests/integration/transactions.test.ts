/** @database-sensitive */

import { type MeilisearchServer, startMeilisearch } from '../../scripts/meilisearch-server';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { aHousing, anOffer } from '../support/entries';
import { bootSynced, type Documents, type SyncedPlayground } from '../support/synced-playground';

const HOUSING = 'api::housing.housing';
const OFFER = 'api::offer.offer';
const USER = 'plugin::users-permissions.user';

const cleanUps: CleanUps = [];
let meilisearch: MeilisearchServer;
let app: SyncedPlayground;
let offers: Documents;
let housings: Documents;

/** What a middleware of the site's own does after each write of an offer. */
let afterOffer: () => void = () => undefined;

beforeAll(async () => {
  meilisearch = await startMeilisearch();
  cleanUps.push(meilisearch.stop);
  app = await bootSynced({ config: require.resolve('./configs/transactions'), meilisearch });
  cleanUps.push(app.stop);
  offers = app.documents(OFFER);
  housings = app.documents(HOUSING);
  app.strapi.documents.use(async ({ uid }, next) => {
    const result = await next();
    if (uid === OFFER) afterOffer();
    return result;
  });
}, 120_000);

afterAll(() => cleanUp(cleanUps));

/** Runs work in a transaction that comes to nothing. */
async function rolledBack(work: () => Promise<unknown>): Promise<void> {
  const regret = new Error('changed my mind');
  const transaction = app.strapi.db.transaction(async () => {
    await work();
    throw regret;
  });
  await expect(transaction).rejects.toBe(regret);
}

const pending = async () => (await app.sync.status()).outbox.pending;

describe('a transaction', () => {
  it('that is rolled back leaves the index as it was', async () => {
    const { documentId } = await housings.create({ data: aHousing({ title: 'Attic' }) });
    const gone = await housings.create({ data: aHousing({ title: 'Cellar' }) });
    await app.sync.settle();
    let created = '';

    await rolledBack(async () => {
      created = (await housings.create({ data: aHousing({ title: 'Castle' }) })).documentId;
      await housings.update({ documentId, data: { title: 'Penthouse' } });
      await housings.delete({ documentId: gone.documentId });
    });

    expect(await pending()).toBe(0);
    expect(await app.titles('housings', created)).toEqual({});
    expect(await app.titles('housings', documentId)).toEqual({ [`housing-${documentId}`]: 'Attic' });
    expect(Object.values(await app.titles('housings', gone.documentId))).toEqual(['Cellar']);
  });

  it('that ends well brings all its documents into the index, as they were last', async () => {
    const documentIds: string[] = [];
    await app.strapi.db.transaction(async () => {
      for (const title of ['One', 'Two', 'Three']) {
        documentIds.push((await housings.create({ data: aHousing({ title }) })).documentId);
      }
      await housings.update({ documentId: documentIds[2]!, data: { title: 'Four' } });
    });
    const titles = await Promise.all(documentIds.map((documentId) => app.titles('housings', documentId)));
    expect(titles.flatMap((each) => Object.values(each))).toEqual(['One', 'Two', 'Four']);
  });

  it('within another one counts for nothing until the outer one ends', async () => {
    let documentId = '';
    const save = (title: string) =>
      app.strapi.db.transaction(async () => {
        ({ documentId } = await housings.create({ data: aHousing({ title }) }));
      });

    await rolledBack(() => save('Tent'));
    expect(await pending()).toBe(0);
    expect(await app.titles('housings', documentId)).toEqual({});

    await app.strapi.db.transaction(() => save('Hut'));
    expect(await app.titles('housings', documentId)).toEqual({ [`housing-${documentId}`]: 'Hut' });
  });
});

describe('an error of the site itself', () => {
  it('thrown by a lifecycle reaches the caller as it is, and the index stays as it was', async () => {
    const { documentId } = await housings.create({ data: aHousing({ title: 'Attic' }) });
    await app.sync.settle();
    const refusal = new Error('no changes on Sundays');
    const unsubscribe = app.strapi.db.lifecycles.subscribe({
      models: [HOUSING],
      afterUpdate() {
        throw refusal;
      },
    });
    try {
      await expect(housings.update({ documentId, data: { title: 'Loft' } })).rejects.toBe(refusal);
    } finally {
      unsubscribe();
    }
    expect(await pending()).toBe(0);
    expect(await app.titles('housings', documentId)).toEqual({ [`housing-${documentId}`]: 'Attic' });
  });

  it('thrown by a middleware after the commit reaches the caller as it is, and what was committed is found', async () => {
    const { documentId } = await offers.create({ data: anOffer({ title: 'Baker' }), status: 'published' });
    const refusal = new Error('the mail server is away');
    afterOffer = () => {
      throw refusal;
    };
    try {
      const update = offers.update({ documentId, data: { title: 'Cook' }, status: 'published' });
      await expect(update).rejects.toBe(refusal);
    } finally {
      afterOffer = () => undefined;
    }
    expect(await app.titles('offers', documentId)).toEqual({ [`offer-${documentId}-en`]: 'Cook' });
  });

  it('is the same as ever when an entry is not valid or not unique', async () => {
    const untitled = offers.create({ data: anOffer({ title: null }), status: 'published' });
    await expect(untitled).rejects.toMatchObject({
      name: 'ValidationError',
      details: { errors: [expect.objectContaining({ path: ['title'] })] },
    });

    const camille = { username: 'camille', email: 'camille@example.org', provider: 'local' };
    await app.documents(USER).create({ data: camille });
    await expect(app.documents(USER).create({ data: camille })).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'This attribute must be unique',
    });
    await app.sync.settle();
    expect(await app.engine.documents('users')).toHaveLength(1);
  });
});

describe('the marks that writes leave while nobody takes them', () => {
  /** From here on the engine is away for good. */
  beforeAll(() => meilisearch.stop());

  /** The documents marked by some work, in the order of the marks. */
  async function markedBy(work: () => Promise<unknown>): Promise<string[]> {
    const marks = () => app.strapi.db.connection('meilisearch_marks').select('id', 'uid', 'document_id').orderBy('id');
    const before = new Set((await marks()).map(({ id }: { id: number }) => id));
    await work();
    const added = (await marks()).filter(({ id }: { id: number }) => !before.has(id));
    return added.map(({ uid, document_id }: { uid: string; document_id: string }) => `${uid} ${document_id}`);
  }

  const published = () => offers.create({ data: anOffer(), status: 'published' });

  const writes: [name: string, write: (documentId: string) => Promise<unknown>][] = [
    [
      'saving and publishing',
      (documentId) => offers.update({ documentId, data: { title: 'Cook' }, status: 'published' }),
    ],
    ['publishing', (documentId) => offers.publish({ documentId })],
    ['unpublishing', (documentId) => offers.unpublish({ documentId })],
    ['deleting', (documentId) => offers.delete({ documentId })],
    [
      'publishing in the Content Manager',
      (documentId) =>
        app.http
          .post(`/content-manager/collection-types/${OFFER}/${documentId}/actions/publish`)
          .auth(app.admin.token, { type: 'bearer' })
          .send(anOffer({ title: 'Cook', contract: { perks: [{ label: 'Cake' }] } }))
          .expect(200),
    ],
  ];

  it.each(writes)('are one for %s', async (_name, write) => {
    const { documentId } = await published();
    expect(await markedBy(() => write(documentId))).toEqual([`${OFFER} ${documentId}`]);
  });

  it('are none for what stays a draft', async () => {
    const { documentId } = await published();
    const write = async () => {
      await offers.update({ documentId, data: { title: 'Cook' } });
      await offers.discardDraft({ documentId });
      const draft = await offers.create({ data: anOffer() });
      await offers.clone({ documentId: draft.documentId });
      await offers.delete({ documentId: draft.documentId });
    };
    expect(await markedBy(write)).toEqual([]);
  });

  it('are one for each document of a transaction, however often it is written', async () => {
    const [one, other] = [await published(), await published()];
    const write = () =>
      app.strapi.db.transaction(async () => {
        await offers.update({ documentId: one.documentId, data: { title: 'Cook' }, status: 'published' });
        await offers.publish({ documentId: other.documentId });
        await offers.unpublish({ documentId: one.documentId });
        await offers.publish({ documentId: one.documentId });
      });
    expect(await markedBy(write)).toEqual([`${OFFER} ${one.documentId}`, `${OFFER} ${other.documentId}`]);
  });

  it('are one for each document of a bulk action that runs them side by side', async () => {
    const drafts = await Promise.all(Array.from({ length: 5 }, () => offers.create({ data: anOffer() })));
    const documentIds = drafts.map(({ documentId }) => documentId);
    const publish = () =>
      app.http
        .post(`/content-manager/collection-types/${OFFER}/actions/bulkPublish`)
        .auth(app.admin.token, { type: 'bearer' })
        .send({ documentIds })
        .expect(200);
    const marks = await markedBy(publish);
    expect(marks.sort()).toEqual(documentIds.map((documentId) => `${OFFER} ${documentId}`).sort());
  });

  it('are one for each document, not for each row, of a bulk write of the query engine', async () => {
    const { documentId } = await published();
    const rename = () => app.strapi.db.query(OFFER).updateMany({ where: { documentId }, data: { title: 'Cook' } });
    expect(await markedBy(rename)).toEqual([`${OFFER} ${documentId}`]);
  });

  it('are never missing: a save that cannot leave its mark fails and changes nothing', async () => {
    const { documentId } = await published();
    const rename = (from: string, to: string) => app.strapi.db.connection.schema.renameTable(from, to);
    await rename('meilisearch_marks', 'meilisearch_marks_away');
    try {
      const update = offers.update({ documentId, data: { title: 'Cook' }, status: 'published' });
      await expect(update).rejects.toMatchObject({ message: expect.stringContaining('meilisearch_marks') });
    } finally {
      await rename('meilisearch_marks_away', 'meilisearch_marks');
    }
    const entries = await app.strapi.db.query(OFFER).findMany({ where: { documentId } });
    expect(entries.map(({ title }) => title)).toEqual(['Gardener', 'Gardener']);
  });

  it('are none for what is rolled back', async () => {
    const { documentId } = await published();
    expect(await markedBy(() => rolledBack(() => offers.unpublish({ documentId })))).toEqual([]);
  });

  it('are none for content that nothing synced depends on', async () => {
    const homepages = app.documents('api::homepage.homepage');
    const write = async () => {
      const { documentId } = await homepages.create({ data: { title: 'Albi' } });
      await homepages.update({ documentId, data: { title: 'Agen' } });
      await app.strapi.db
        .query('api::homepage.homepage')
        .updateMany({ where: { documentId }, data: { title: 'Auch' } });
      await homepages.delete({ documentId });
    };
    expect(await markedBy(write)).toEqual([]);
  });

  it('are none for reading', async () => {
    const read = async () => {
      await offers.findMany({ locale: '*', populate: '*', status: 'published' });
      await app.strapi.db.query(OFFER).findMany({ populate: ['company'] });
      await app.strapi.db.query(OFFER).count({});
      await app.http.get('/api/offers?populate=*').expect(200);
      await app.http
        .get(`/content-manager/collection-types/${OFFER}`)
        .auth(app.admin.token, { type: 'bearer' })
        .expect(200);
    };
    expect(await markedBy(read)).toEqual([]);
  });
});
