import { cleanUp, type CleanUps } from '../support/clean-ups';
import { aHousing, anOffer } from '../support/entries';
import { type KeptEngine, startKeptEngine } from '../support/kept-engine';
import { insertLinks, insertRows } from '../support/rows';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

const HOUSING = 'api::housing.housing';
const CITY = 'api::city.city';

/** More than two portions. */
const HOUSINGS = 1200;

const cleanUps: CleanUps = [];
let engine: KeptEngine;
let app: SyncedPlayground;
let city: string;

beforeAll(async () => {
  engine = await startKeptEngine();
  cleanUps.push(engine.remove);
  app = await bootSynced({ config: require.resolve('./configs/save-cost'), meilisearch: engine });
  cleanUps.push(app.stop);
  ({ documentId: city } = await app.documents(CITY).create({ data: { name: 'Toulouse' } }));
  const housings = Array.from({ length: HOUSINGS }, (_, row) => aHousing({ rent: row }));
  await insertLinks(app.strapi, HOUSING, 'city', await insertRows(app.strapi, HOUSING, housings), city);
  await app.sync.waitForRun((await app.sync.update(HOUSING)).id);
}, 120_000);

afterAll(() => cleanUp(cleanUps));

/** The names of their city in all housing ads of the index, each once. */
const citiesShown = async () => {
  const documents = await app.engine.documents('housings');
  expect(documents).toHaveLength(HOUSINGS);
  return [...new Set(documents.map((document) => (document.city as { name: string } | null)?.name ?? null))];
};

const pending = async () => (await app.sync.status()).outbox.pending;

it('leaves one mark when a city of many ads is renamed, and lets an edit pass before them', async () => {
  expect(await citiesShown()).toEqual(['Toulouse']);
  await engine.stop();
  await app.documents(CITY).update({ documentId: city, data: { name: 'Tolosa' } });
  const offer = await app.documents('api::offer.offer').create({ data: anOffer(), status: 'published' });
  // One for each collection that embeds cities, and one for the offer.
  expect(await pending()).toBe(3);

  await engine.start();
  await app.sync.settle({ timeoutMs: 60_000 });
  expect(await citiesShown()).toEqual(['Tolosa']);
  const [edited] = Object.values(await app.indexed('offers', offer.documentId));
  const stamps = (await app.engine.documents('housings')).map(({ _strapi }) => _strapi!.syncedAt);
  expect(edited!._strapi!.syncedAt).toBeLessThanOrEqual(Math.min(...stamps));
});

it('takes a deleted city out of all of its ads', async () => {
  await app.documents(CITY).delete({ documentId: city });
  await app.sync.settle({ timeoutMs: 60_000 });
  expect(await citiesShown()).toEqual([null]);
});
