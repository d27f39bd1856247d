/** @database-sensitive */

import { aHousing, anOffer } from '../support/entries';
import { newDocumentId, tableOf } from '../support/rows';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

const HOUSING = 'api::housing.housing';

let app: SyncedPlayground;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/query-engine') });
}, 120_000);

afterAll(() => app.stop());

const housings = () => app.strapi.db.query(HOUSING);
const titles = (documentId: string) => app.titles('housings', documentId);
const found = (documentId: string, title: string) => ({ [`housing-${documentId}`]: title });

/** Inserts ads in bulk and answers their documentIds. */
async function insertMany(...ads: object[]): Promise<string[]> {
  const data = ads.map((ad) => ({ ...aHousing(ad), documentId: newDocumentId(), publishedAt: new Date() }));
  await housings().createMany({ data });
  return data.map(({ documentId }) => documentId);
}

/** The titles by which these documents are found, in the order of the documents. */
async function titlesOf(documentIds: readonly string[]): Promise<unknown[]> {
  const each = await Promise.all(documentIds.map(titles));
  return each.map((all) => Object.values(all)[0]);
}

describe('a row of the query engine', () => {
  it.concurrent('is found once it is created, and as it was updated', async () => {
    const row = await housings().create({ data: { ...aHousing({ title: 'Studio' }), publishedAt: new Date() } });
    expect(await titles(row.documentId)).toEqual(found(row.documentId, 'Studio'));

    await housings().update({ where: { id: row.id }, data: { title: 'Large studio' } });
    expect(await titles(row.documentId)).toEqual(found(row.documentId, 'Large studio'));
  });

  it.concurrent('is found as it was updated by a caller who wanted nothing but its id back', async () => {
    const [documentId] = (await insertMany({ title: 'Loft' })) as [string];
    const answer = await housings().update({ where: { documentId }, data: { title: 'Bright loft' }, select: ['id'] });
    expect(answer).toEqual({ id: expect.any(Number) });
    expect(await titles(documentId)).toEqual(found(documentId, 'Bright loft'));
  });

  it.concurrent('is found once it is created by a caller who wanted nothing but its id back', async () => {
    const documentId = newDocumentId();
    const ad = { ...aHousing({ title: 'Barge' }), documentId, publishedAt: new Date() };
    const answer = await housings().create({ data: ad, select: ['id'] });
    expect(answer).toEqual({ id: expect.any(Number) });
    expect(await titles(documentId)).toEqual(found(documentId, 'Barge'));
  });

  it.concurrent('is found as it was updated by a caller whose filter on the answer leaves it out', async () => {
    const [documentId] = (await insertMany({ title: 'Cabin' })) as [string];
    expect(await titles(documentId)).toEqual(found(documentId, 'Cabin'));
    const filters = { title: 'Cabin' };
    await housings().update({ where: { documentId }, data: { title: 'Log cabin' }, filters });
    expect(await titles(documentId)).toEqual(found(documentId, 'Log cabin'));
  });

  it.concurrent('is found by its new documentId alone once it is given one', async () => {
    const [documentId] = (await insertMany({ title: 'Caravan' })) as [string];
    expect(await titles(documentId)).toEqual(found(documentId, 'Caravan'));
    const other = newDocumentId();
    await housings().update({ where: { documentId }, data: { documentId: other } });
    expect(await titles(other)).toEqual(found(other, 'Caravan'));
    expect(await titles(documentId)).toEqual({});
  });

  it.concurrent('changes nothing where no row matches', async () => {
    expect(await housings().update({ where: { documentId: 'none' }, data: { title: 'Castle' } })).toBeNull();
    expect(await housings().delete({ where: { documentId: 'none' } })).toBeNull();
    expect(await titles('none')).toEqual({});
  });

  it.concurrent('is no longer found once it is deleted', async () => {
    const [documentId] = (await insertMany({ title: 'Cellar' })) as [string];
    expect(await titles(documentId)).toEqual(found(documentId, 'Cellar'));
    await housings().delete({ where: { documentId } });
    expect(await titles(documentId)).toEqual({});
  });

  it.concurrent('is no longer found once a caller has deleted it who wanted nothing but its id back', async () => {
    const [documentId] = (await insertMany({ title: 'Shed' })) as [string];
    expect(await titles(documentId)).toEqual(found(documentId, 'Shed'));
    await housings().delete({ where: { documentId }, select: ['id'] });
    expect(await titles(documentId)).toEqual({});
  });
});

describe('many rows of the query engine', () => {
  it.concurrent('are found once they are created together', async () => {
    const documentIds = await insertMany({ title: 'North' }, { title: 'East' }, { title: 'South' });
    expect(await titlesOf(documentIds)).toEqual(['North', 'East', 'South']);
  });

  it.concurrent('are found as they were updated together, though the condition no longer names them', async () => {
    const documentIds = await insertMany({ title: 'Spring', rent: 7001 }, { title: 'Summer', rent: 7001 });
    expect(await titlesOf(documentIds)).toEqual(['Spring', 'Summer']);
    await housings().updateMany({ where: { rent: 7001 }, data: { title: 'Season', rent: 7002 } });
    expect(await titlesOf(documentIds)).toEqual(['Season', 'Season']);
  });

  it.concurrent('are no longer found once they are deleted together, and the others still are', async () => {
    const documentIds = await insertMany(
      { title: 'Red', rent: 8001 },
      { title: 'Green', rent: 8001 },
      { title: 'Blue', rent: 8002 },
    );
    expect(await titlesOf(documentIds)).toEqual(['Red', 'Green', 'Blue']);
    await housings().deleteMany({ where: { rent: 8001 } });
    expect(await titlesOf(documentIds)).toEqual([undefined, undefined, 'Blue']);
  });

  it.concurrent('are found as they were updated by conditions within others', async () => {
    const documentIds = await insertMany({ title: 'Bridge' }, { title: 'Tower' }, { title: 'Harbour' });
    const [bridge, tower, harbour] = documentIds as [string, string, string];
    expect(await titlesOf(documentIds)).toEqual(['Bridge', 'Tower', 'Harbour']);
    const isTower = { $and: [{ documentId: { $in: [tower, harbour] } }, { $not: { title: 'Harbour' } }] };
    await housings().updateMany({ where: { $or: [{ documentId: bridge }, isTower] }, data: { title: 'Ruin' } });
    expect(await titlesOf(documentIds)).toEqual(['Ruin', 'Ruin', 'Harbour']);
  });

  it.concurrent('are all found as they were updated, though words narrow no update', async () => {
    const documentIds = await insertMany({ title: 'Monday', rent: 7101 }, { title: 'Tuesday', rent: 7101 });
    expect(await titlesOf(documentIds)).toEqual(['Monday', 'Tuesday']);
    await housings().updateMany({ _q: 'Monday', where: { rent: 7101 }, data: { title: 'Weekday' } });
    expect(await titlesOf(documentIds)).toEqual(['Weekday', 'Weekday']);
  });

  it.concurrent('are no longer found once they are deleted by words', async () => {
    const documentIds = await insertMany({ title: 'Xanadu north' }, { title: 'Xanadu south' }, { title: 'Utopia' });
    expect(await titlesOf(documentIds)).toEqual(['Xanadu north', 'Xanadu south', 'Utopia']);
    await housings().deleteMany({ _q: 'Xanadu' });
    expect(await titlesOf(documentIds)).toEqual([undefined, undefined, 'Utopia']);
  });

  it.concurrent('are no longer found once they are deleted by a condition on a relation', async () => {
    const city = await app.documents('api::city.city').create({ data: { name: 'Nîmes' } });
    const documentIds = await insertMany({ title: 'Arena' }, { title: 'Temple' });
    await app.documents(HOUSING).update({ documentId: documentIds[0]!, data: { city: city.documentId } });
    expect(await titlesOf(documentIds)).toEqual(['Arena', 'Temple']);
    await housings().deleteMany({ where: { city: { name: 'Nîmes' } } });
    expect(await titlesOf(documentIds)).toEqual([undefined, 'Temple']);
  });
});

it('writes rows without a documentId, as SQL may leave them, which no mark can name', async () => {
  for (const title of ['Nameless', 'Anonymous']) await tableOf(app.strapi, HOUSING).insert({ title });
  const documentIds = await insertMany({ title: 'Named', rent: 9501 });
  await housings().update({ where: { title: 'Nameless' }, data: { rent: 9501 } });
  await housings().updateMany({ where: { rent: 9501 }, data: { surface: 9 } });
  await housings().delete({ where: { title: 'Anonymous' } });
  await housings().deleteMany({ where: { title: 'Nameless' } });
  const [document] = Object.values(await app.indexed('housings', documentIds[0]!));
  expect(document).toMatchObject({ title: 'Named', surface: 9 });
});

it('finds a thousand rows and more that are created together, and none once they are deleted together', async () => {
  const documentIds = await insertMany(
    ...Array.from({ length: 1200 }, (_, row) => ({ title: `Bed ${row}`, rent: 9001 })),
  );
  const beds = async () => {
    await app.sync.settle();
    const documents = await app.engine.documents('housings');
    return documents.filter(({ rent }) => rent === 9001).map(({ _meilisearch_id: id }) => id);
  };
  expect((await beds()).sort()).toEqual(documentIds.map((documentId) => `housing-${documentId}`).sort());

  await housings().deleteMany({ where: { rent: 9001 } });
  expect(await beds()).toEqual([]);
});

it('finds what the query engine publishes and hides of an offer', async () => {
  const offers = app.strapi.db.query('api::offer.offer');
  const { documentId } = await app.documents('api::offer.offer').create({ data: anOffer({ title: 'Porter' }) });
  expect(await app.titles('offers', documentId)).toEqual({});

  await offers.update({ where: { documentId }, data: { publishedAt: new Date() } });
  expect(await app.titles('offers', documentId)).toEqual({ [`offer-${documentId}-en`]: 'Porter' });

  await offers.updateMany({ where: { documentId }, data: { publishedAt: null } });
  expect(await app.titles('offers', documentId)).toEqual({});
});

it('finds a translation by its new locale alone once the query engine has moved it', async () => {
  const offers = app.strapi.db.query('api::offer.offer');
  const { documentId } = await app
    .documents('api::offer.offer')
    .create({ data: anOffer({ title: 'Porter' }), status: 'published' });
  expect(await app.titles('offers', documentId)).toEqual({ [`offer-${documentId}-en`]: 'Porter' });

  await offers.updateMany({ where: { documentId }, data: { locale: 'fr' } });
  expect(await app.titles('offers', documentId)).toEqual({ [`offer-${documentId}-fr`]: 'Porter' });
});
