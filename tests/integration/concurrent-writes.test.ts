/** @database-sensitive */

import { aHousing, anOffer } from '../support/entries';
import { acceptInserts, refuseInserts, REFUSAL } from '../support/refused-inserts';
import { bootSynced, type Documents, type SyncedPlayground } from '../support/synced-playground';
import { hasManyConnections } from '../support/test-database';

const HOUSING = 'api::housing.housing';
const OFFER = 'api::offer.offer';

let app: SyncedPlayground;
let offers: Documents;
let housings: Documents;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/transactions') });
  offers = app.documents(OFFER);
  housings = app.documents(HOUSING);
}, 120_000);

afterAll(() => app.stop());

const pending = async () => (await app.sync.status()).outbox.pending;

/** The titles of these ads as visitors find them, `undefined` for those they do not find. */
async function titlesOf(documentIds: readonly string[]): Promise<unknown[]> {
  await app.sync.settle();
  const found = new Map((await app.engine.documents('housings')).map((ad) => [ad.documentId, ad.title]));
  return documentIds.map((documentId) => found.get(documentId));
}

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

async function ads(...titles: string[]): Promise<string[]> {
  const documentIds: string[] = [];
  for (const title of titles) documentIds.push((await housings.create({ data: aHousing({ title }) })).documentId);
  return documentIds;
}

describe('saves side by side', () => {
  it('are all found when they are of many documents', async () => {
    const saved = await Promise.all(
      numbers(30).map((number) => housings.create({ data: aHousing({ title: `Room ${number}` }) })),
    );
    const titles = await titlesOf(saved.map(({ documentId }) => documentId));
    expect(titles).toEqual(numbers(30).map((number) => `Room ${number}`));
  });

  it('are found as the database has them when they are of one document', async () => {
    const { documentId } = await offers.create({ data: anOffer({ title: 'Round 0' }), status: 'published' });
    // Strapi refuses some of them where they overlap: not on SQLite, whose single connection they take in turn.
    const outcomes = await Promise.allSettled(
      numbers(20).map((number) =>
        offers.update({ documentId, data: { title: `Round ${number}` }, status: 'published' }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toContain('fulfilled');
    const published = await offers.findMany({ filters: { documentId }, status: 'published' });
    const titles = Object.values(await app.titles('offers', documentId));
    expect(titles).toEqual(published.map(({ title }) => title));
  });

  it('of transactions count for those that end well and for no other', async () => {
    const documentIds = await ads('A', 'B', 'C', 'D', 'E', 'F');
    await app.sync.settle();
    const regret = new Error('changed my mind');
    const rename = (documentId: string, number: number) =>
      app.strapi.db.transaction(async () => {
        await housings.update({ documentId, data: { title: `Renamed ${number}` } });
        if (number % 2 === 1) throw regret;
      });

    const outcomes = await Promise.allSettled(documentIds.map(rename));
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, false, true, false]);
    expect(await titlesOf(documentIds)).toEqual(['Renamed 0', 'B', 'Renamed 2', 'D', 'Renamed 4', 'F']);
  });
});

it('shows nothing of a long transaction until it ends, and then all of it', async () => {
  const documentIds = await ads('First', 'Second');
  expect(await titlesOf(documentIds)).toEqual(['First', 'Second']);
  await app.strapi.db.transaction(async () => {
    await housings.delete({ documentId: documentIds[0]! });
    for (const number of numbers(100)) {
      await housings.update({ documentId: documentIds[1]!, data: { title: `Second ${number}` } });
      const { documentId } = await housings.create({ data: aHousing({ title: `Bed ${number}` }) });
      documentIds.push(documentId);
    }
    const found = (await app.engine.documents('housings')).filter((ad) => documentIds.includes(String(ad.documentId)));
    expect(found.map(({ title }) => title).sort()).toEqual(['First', 'Second']);
  });
  expect(await titlesOf(documentIds)).toEqual([
    undefined,
    'Second 99',
    ...numbers(100).map((number) => `Bed ${number}`),
  ]);
});

it('finds what was saved before an error that the surrounding transaction forgives', async () => {
  const [documentId] = (await ads('Garden')) as [string];
  await app.strapi.db.transaction(async () => {
    const inner = app.strapi.db.transaction(async () => {
      await housings.update({ documentId, data: { title: 'Garden house' } });
      throw new Error('no road leads there');
    });
    await expect(inner).rejects.toThrow('no road leads there');
  });
  // Strapi has no transaction within another one: what the inner one wrote stays.
  expect(await titlesOf([documentId])).toEqual(['Garden house']);
});

describe('publishing in bulk', () => {
  const bulkPublish = (documentIds: readonly string[]) =>
    app.http
      .post(`/content-manager/collection-types/${OFFER}/actions/bulkPublish`)
      .auth(app.admin.token, { type: 'bearer' })
      .send({ documentIds });

  it('shows none of the entries if one of them is refused, and all once it is mended', async () => {
    const drafts = await Promise.all(
      ['Baker', null, 'Carpenter', 'Driver'].map((title) => offers.create({ data: anOffer({ title }) })),
    );
    const documentIds = drafts.map(({ documentId }) => documentId);
    const found = async () =>
      (await Promise.all(documentIds.map((id) => app.titles('offers', id)))).flatMap(Object.values);
    await app.sync.settle();

    await bulkPublish(documentIds).expect(400);
    expect(await pending()).toBe(0);
    expect(await found()).toEqual([]);

    await offers.update({ documentId: documentIds[1]!, data: { title: 'Broker' } });
    await bulkPublish(documentIds).expect(200);
    expect(await found()).toEqual(['Baker', 'Broker', 'Carpenter', 'Driver']);
  });
});

it('finds what is published, and nothing that is unpublished, in one transaction, as a content release does', async () => {
  const [fresh, old] = [
    await offers.create({ data: anOffer({ title: 'Fresh' }) }),
    await offers.create({ data: anOffer({ title: 'Old' }), status: 'published' }),
  ];
  const found = async () => ({
    ...(await app.titles('offers', fresh.documentId)),
    ...(await app.titles('offers', old.documentId)),
  });
  expect(await found()).toEqual({ [`offer-${old.documentId}-en`]: 'Old' });

  await app.strapi.db.transaction(() =>
    app.strapi.db.transaction(async () => {
      await offers.publish({ documentId: fresh.documentId, locale: 'en' });
      await offers.unpublish({ documentId: old.documentId, locale: 'en' });
    }),
  );
  expect(await found()).toEqual({ [`offer-${fresh.documentId}-en`]: 'Fresh' });
});

const MARKS = 'meilisearch_marks';

describe('a mark that the database refuses', () => {
  afterEach(() => acceptInserts(app.strapi, MARKS));

  it('fails the save and loses nothing that was saved before', async () => {
    const [attic, cellar] = (await ads('Attic', 'Cellar')) as [string, string];
    await housings.update({ documentId: attic, data: { title: 'Loft' } });
    await refuseInserts(app.strapi, MARKS);

    const update = housings.update({ documentId: cellar, data: { title: 'Cave' } });
    await expect(update).rejects.toMatchObject(REFUSAL);
    expect(await titlesOf([attic, cellar])).toEqual(['Loft', 'Cellar']);
    expect(await housings.findMany({ filters: { documentId: cellar } })).toMatchObject([{ title: 'Cellar' }]);
  });

  // A transaction of PostgreSQL's that met an error can only be rolled back; one of MySQL's ends where a trigger is dropped.
  if (!hasManyConnections) {
    it('is left by the next save, also in a transaction that forgave the first one', async () => {
      const [documentId] = (await ads('Barn')) as [string];
      expect(await titlesOf([documentId])).toEqual(['Barn']);
      await refuseInserts(app.strapi, MARKS);

      await app.strapi.db.transaction(async ({ trx }: { trx: typeof app.strapi.db.connection }) => {
        const update = housings.update({ documentId, data: { title: 'Stable' } });
        await expect(update).rejects.toMatchObject(REFUSAL);
        await acceptInserts(app.strapi, MARKS, trx);
        await housings.update({ documentId, data: { title: 'Stables' } });
      });
      expect(await titlesOf([documentId])).toEqual(['Stables']);
    });
  }

  it('fails a write of the query engine, which outside of a transaction stays written until an update finds it', async () => {
    const [documentId] = (await ads('Mill')) as [string];
    expect(await titlesOf([documentId])).toEqual(['Mill']);
    await refuseInserts(app.strapi, MARKS);

    const write = app.strapi.db.query(HOUSING).update({ where: { documentId }, data: { title: 'Windmill' } });
    await expect(write).rejects.toMatchObject(REFUSAL);
    expect(await titlesOf([documentId])).toEqual(['Mill']);
    await app.sync.waitForRun((await app.sync.update(HOUSING)).id);
    expect(await titlesOf([documentId])).toEqual(['Windmill']);
  });
});
