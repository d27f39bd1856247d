import { aHousing, anOffer } from '../support/entries';
import { bootSynced, type Documents, type SyncedPlayground } from '../support/synced-playground';

const HOUSING = 'api::housing.housing';

let app: SyncedPlayground;
let offers: Documents;
let housings: Documents;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/search-document') });
  offers = app.documents('api::offer.offer');
  housings = app.documents(HOUSING);
}, 120_000);

afterAll(() => app.stop());

/** The one search document of a housing ad, as it is once everything is pushed. */
async function housingDocument(documentId: string) {
  const [document] = Object.values(await app.indexed('housings', documentId));
  return { ...document!, ...document!._strapi! };
}

it('is named after the model, the document and the locale, and says what it is, since when, and in which version', async () => {
  const before = Date.now();
  const { documentId } = await offers.create({ data: anOffer({ title: 'Baker' }), status: 'published' });
  const found = await app.indexed('offers', documentId);
  expect(found).toEqual({
    [`offer-${documentId}-en`]: expect.objectContaining({
      _meilisearch_id: `offer-${documentId}-en`,
      documentId,
      locale: 'en',
      title: 'Baker',
    }),
  });
  const { _strapi: own } = found[`offer-${documentId}-en`]!;
  expect(own).toEqual({
    uid: 'api::offer.offer',
    syncedAt: expect.any(Number),
    version: expect.stringMatching(/^[\w-]{16}$/),
  });
  expect(own!.syncedAt).toBeGreaterThanOrEqual(before);
  expect(own!.syncedAt).toBeLessThanOrEqual(Date.now());
});

it('is named without a locale where the type has none, whatever a site calls it', async () => {
  const { documentId } = await housings.create({ data: aHousing({ title: 'Mill' }) });
  expect(Object.values(await app.indexed('housings', documentId))).toEqual([
    {
      _meilisearch_id: `housing-${documentId}`,
      _strapi: { uid: HOUSING, syncedAt: expect.any(Number), version: expect.stringMatching(/^[\w-]{16}$/) },
      title: 'Mill',
      rent: 300,
    },
  ]);
});

it('holds the fields that entriesQuery names, and what tells entries apart', async () => {
  const companies = app.documents('api::company.company');
  const city = await app.documents('api::city.city').create({ data: { name: 'Albi', region: 'Occitanie' } });
  const company = { name: 'Orchard & Sons', sector: 'Food', headquarters: city.documentId };
  const { documentId, id } = await companies.create({ data: company });
  const found = await app.indexed('companies', documentId);
  expect(found).toEqual({
    [`company-${documentId}`]: {
      _meilisearch_id: `company-${documentId}`,
      _strapi: expect.objectContaining({ uid: 'api::company.company' }),
      id,
      documentId,
      name: 'Orchard & Sons',
      headquarters: { id: city.id, documentId: city.documentId, name: 'Albi' },
    },
  });
});

it('is made of a copy, which transformEntry may change without a trace in what other entries lead to as well', async () => {
  const company = await app.documents('api::company.company').create({ data: { name: 'Pier & Co', sector: 'Food' } });
  const owner = await app.documents('api::owner.owner').create({ data: { name: 'Alix', company: company.documentId } });
  await offers.create({ data: anOffer({ title: 'Diver', company: company.documentId }), status: 'published' });
  const documentIds: string[] = [];
  for (const title of ['Quay', 'Jetty', 'Pier']) {
    documentIds.push((await housings.create({ data: aHousing({ title, owner: owner.documentId }) })).documentId);
  }
  await app.sync.waitForRun((await app.sync.update(HOUSING)).id);
  for (const documentId of documentIds) expect(await housingDocument(documentId)).toMatchObject({ offers: ['Diver!'] });
});

it('keeps its version as long as its content is the same, while its stamp goes on', async () => {
  const { documentId } = await housings.create({ data: aHousing({ title: 'Barn', rent: 100 }) });
  const first = await housingDocument(documentId);

  await housings.update({ documentId, data: { description: 'Which is not in the search document.' } });
  const second = await housingDocument(documentId);
  expect(second.version).toBe(first.version);
  expect(second.syncedAt).toBeGreaterThan(first.syncedAt);

  await housings.update({ documentId, data: { rent: 200 } });
  const third = await housingDocument(documentId);
  expect(third.version).not.toBe(first.version);

  await housings.update({ documentId, data: { rent: 100 } });
  expect((await housingDocument(documentId)).version).toBe(first.version);

  const twin = await housings.create({ data: aHousing({ title: 'Barn', rent: 100 }) });
  expect((await housingDocument(twin.documentId)).version).toBe(first.version);
});

it('never has an earlier stamp than what was pushed before it, over saves and updates', async () => {
  const stamps: number[] = [];
  const { documentId } = await housings.create({ data: aHousing() });
  stamps.push((await housingDocument(documentId)).syncedAt);
  for (const rent of [1, 2, 3, 4]) {
    await housings.update({ documentId, data: { rent } });
    stamps.push((await housingDocument(documentId)).syncedAt);
  }
  expect(stamps).toEqual([...stamps].sort((one, other) => one - other));

  const run = await app.sync.waitForRun((await app.sync.update(HOUSING)).id);
  expect(run).toMatchObject({ status: 'succeeded' });
  expect(run.stamp).toBeGreaterThan(stamps.at(-1)!);
  const documents = await app.engine.documents('housings');
  const early = documents.filter(({ _strapi }) => _strapi!.syncedAt < run.stamp!);
  expect(early).toEqual([]);
});

it('is not found by anything that the plugin adds to it', async () => {
  const { documentId } = await housings.create({ data: aHousing({ title: 'Lighthouse' }) });
  const { syncedAt, version } = await housingDocument(documentId);
  const stamp = String(syncedAt);
  for (const words of [stamp, stamp.slice(0, 6), `"${version}"`, version, 'api', documentId, `housing-${documentId}`]) {
    expect({ words, hits: await app.search('housings', words) }).toEqual({ words, hits: [] });
  }
  expect(await app.search('housings', 'Lighthouse')).toHaveLength(1);
});
