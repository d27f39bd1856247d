import { type MeilisearchServer, startMeilisearch } from '../../scripts/meilisearch-server';
import type { DocumentState } from '../../server/src/contract';
import { type AdminApi, createAdminApi } from '../support/admin-api';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { aHousing, anOffer } from '../support/entries';
import { eventually } from '../support/eventually';
import { deleteRows, tableOf } from '../support/rows';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';
import { untransformable } from './configs/check';

const OFFER = 'api::offer.offer';
const HOUSING = 'api::housing.housing';
const CITY = 'api::city.city';

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

let meilisearch: MeilisearchServer;
let app: SyncedPlayground;
let api: AdminApi;
const cleanUps: CleanUps = [];

beforeAll(async () => {
  meilisearch = await startMeilisearch();
  cleanUps.push(meilisearch.stop);
  app = await bootSynced({ config: require.resolve('./configs/check'), meilisearch });
  cleanUps.push(app.stop);
  api = createAdminApi(app);
}, 120_000);

afterAll(() => cleanUp(cleanUps));

const address = (uid: string, documentId: string) => `/documents/${encodeURIComponent(uid)}/${documentId}`;
const look = (uid: string, documentId: string) => api.get(address(uid, documentId));

/** How a housing ad stands in the one index that it goes to. */
async function standing(documentId: string) {
  const { body } = await look(HOUSING, documentId).expect(200);
  const [{ indexes }, ...others] = body.data.entries;
  expect(others).toEqual([]);
  return indexes[0];
}

/** A housing ad that is in the index. */
async function advertise(title: string): Promise<string> {
  const { documentId } = await app.documents(HOUSING).create({ data: aHousing({ title }) });
  await app.sync.settle();
  return documentId;
}

/** Has a document synced, and waits until that is done. */
async function syncNow(uid: string, documentId: string): Promise<void> {
  const { body } = await api.post(`${address(uid, documentId)}/sync`).expect(202);
  expect(body).toEqual({ data: { uid, documentId } });
  await app.sync.settle();
}

describe('GET documents/:uid/:documentId', () => {
  it('tells of each translation and each index', async () => {
    const offers = app.documents(OFFER);
    const { documentId } = await offers.create({ data: anOffer(), locale: 'en' });
    await offers.update({ documentId, data: anOffer({ title: 'Jardinier' }), locale: 'fr' });
    await offers.publish({ documentId, locale: '*' });
    await app.sync.settle();
    const entry = (locale: string) => ({
      locale,
      id: `offer-${documentId}-${locale}`,
      indexes: ['offers', 'everything'].map((uid) => ({ uid, state: 'in-sync', syncedAt: TIME, error: null })),
    });
    const { body } = await look(OFFER, documentId).expect(200);
    expect(body).toEqual({ data: { documentId, entries: [entry('en'), entry('fr')] } });
  });

  it('has no entries of a document of which nothing is published', async () => {
    const { documentId } = await app.documents(OFFER).create({ data: anOffer() });
    await app.sync.settle();
    expect((await look(OFFER, documentId).expect(200)).body).toEqual({ data: { documentId, entries: [] } });
  });

  it.each<[state: DocumentState, disturb: (documentId: string) => Promise<unknown>]>([
    ['missing', (documentId) => app.engine.remove('housings', [`housing-${documentId}`])],
    [
      'stale',
      (documentId) =>
        tableOf(app.strapi, HOUSING).where({ document_id: documentId }).update({ title: 'Changed by SQL' }),
    ],
    ['orphaned', (documentId) => deleteRows(app.strapi, HOUSING, [documentId])],
  ])('finds that it is %s', async (state, disturb) => {
    const documentId = await advertise('Attic');
    expect(await standing(documentId)).toMatchObject({ state: 'in-sync' });
    await disturb(documentId);
    expect(await standing(documentId)).toMatchObject({ state, error: null });
  });

  it('says what is left out', async () => {
    expect(await standing(await advertise('Hidden attic'))).toEqual({
      ...{ uid: 'housings', state: 'excluded' },
      ...{ syncedAt: null, error: null },
    });
  });

  it('says why it does not get through', async () => {
    untransformable.add('Cellar');
    const documentId = await advertise('Cellar');
    expect(await standing(documentId)).toMatchObject({ state: 'failing', error: 'no words for Cellar' });
    untransformable.clear();
    await syncNow(HOUSING, documentId);
    expect(await standing(documentId)).toMatchObject({ state: 'in-sync', error: null });
  });

  it('changes nothing', async () => {
    const documentId = await advertise('Loft');
    const state = async () => {
      const tables = ['marks', 'collections', 'runs', 'failures', 'exclusions'];
      const rows = tables.map((name) => app.strapi.db.connection(`meilisearch_${name}`).select());
      const { total } = await app.engine.client.tasks.getTasks({ limit: 1 });
      return { rows: await Promise.all(rows), tasks: total };
    };
    const before = await state();
    await look(HOUSING, documentId).expect(200);
    expect(await state()).toEqual(before);
  });
});

describe('POST documents/:uid/:documentId/sync', () => {
  it('brings a document back that is missing', async () => {
    const documentId = await advertise('Studio');
    await app.engine.remove('housings', [`housing-${documentId}`]);
    await syncNow(HOUSING, documentId);
    expect(await app.titles('housings', documentId)).toEqual({ [`housing-${documentId}`]: 'Studio' });
  });

  it('takes out what the database does not have any more, and then neither side knows it', async () => {
    const documentId = await advertise('Barn');
    await deleteRows(app.strapi, HOUSING, [documentId]);
    await syncNow(HOUSING, documentId);
    expect(await app.titles('housings', documentId)).toEqual({});
    const { body } = await look(HOUSING, documentId).expect(404);
    expect(body.error.message).toContain(documentId);
  });

  it.each(['nobody', 'an%20id%20that%20no%20engine%20takes'])(
    'does no harm where there is no document %s',
    async (id) => {
      await look(HOUSING, id).expect(404);
      await api.post(`${address(HOUSING, id)}/sync`).expect(202);
      await app.sync.settle();
      expect((await api.get('/failures').expect(200)).body.data).toEqual([]);
    },
  );
});

it.each<[uid: string, status: number, reason: string]>([
  ['api::nobody.nobody', 404, 'there is no content type api::nobody.nobody'],
  ['admin::user', 400, 'admin::user cannot be synced'],
  [CITY, 409, 'enable it first'],
])('both refuse %s with %i', async (uid, status, reason) => {
  for (const answer of [await look(uid, 'any'), await api.post(`${address(uid, 'any')}/sync`)]) {
    expect(answer.body.error).toMatchObject({ status, message: expect.stringContaining(reason) });
  }
});

describe('while the engine is away', () => {
  let documentId: string;

  beforeAll(async () => {
    documentId = await advertise('Tower');
    await meilisearch.stop();
  });

  it('GET is answered with 503', async () => {
    const { body } = await look(HOUSING, documentId).expect(503);
    expect(body.error).toMatchObject({ status: 503, message: expect.stringContaining('Nothing listens') });
  });

  it('POST leaves its mark all the same', async () => {
    await api.post(`${address(HOUSING, documentId)}/sync`).expect(202);
    await eventually(async () => {
      const { body } = await api.get('/status').expect(200);
      expect(body.data.outbox.pending).toBe(1);
    });
  });
});
