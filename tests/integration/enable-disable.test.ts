/** @database-sensitive */

import { type MeilisearchServer, startMeilisearch } from '../../scripts/meilisearch-server';
import { type AdminApi, createAdminApi, syncOf } from '../support/admin-api';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { createEngineClient, type EngineClient } from '../support/engine-client';
import { eventually } from '../support/eventually';
import { acceptInserts, refuseInserts } from '../support/refused-inserts';
import { bootPlayground, type PlaygroundApp } from '../support/strapi-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { reading } from './configs/enable-disable';

const COMPANY = 'api::company.company';
const CITY = 'api::city.city';

let database: TestDatabase;
let meilisearch: MeilisearchServer;
let app: PlaygroundApp;
let api: AdminApi;
let engine: EngineClient;
const cleanUps: CleanUps = [];

/** Boots on the same database and engine as before, as after a restart. */
async function boot() {
  app = await bootPlayground({ config: require.resolve('./configs/enable-disable'), meilisearch, database });
  cleanUps.push(app.stop);
  api = createAdminApi(app);
}

const create = async (uid: typeof COMPANY | typeof CITY, name: string) =>
  (await app.strapi.documents(uid).create({ data: { name } })).documentId;
const change = (uid: typeof COMPANY | typeof CITY, documentId: string, data: object) =>
  app.strapi.documents(uid).update({ documentId, data });

/** Resolves once a run is held up while it reads. */
const heldUp = () => eventually(() => expect(reading.waiting).toBeGreaterThan(0));

const names = async (index: string) => (await engine.documents(index)).map(({ name }) => name).sort();
const marks = async () => (await app.strapi.db.connection('meilisearch_marks').select('id')).length;

beforeAll(async () => {
  database = await createTestDatabase();
  cleanUps.push(database.drop);
  meilisearch = await startMeilisearch();
  cleanUps.push(meilisearch.stop);
  engine = createEngineClient(meilisearch);
  await boot();
  await api.untilCollection(CITY, { state: 'in-sync' });
  for (const name of ['Ada', 'Brio', 'Cube']) await create(COMPANY, name);
}, 120_000);

afterAll(async () => {
  reading.open();
  await cleanUp(cleanUps);
});

it('indexes at boot what the configuration enables', async () => {
  expect((await api.collection(CITY)).lastUpdate).toMatchObject({
    trigger: { by: 'config', user: null },
    status: 'succeeded',
  });
});

describe('enabling a collection', () => {
  it('was not done by anybody yet', async () => {
    await api.untilCollection(COMPANY, {
      enabled: false,
      state: 'disabled',
      databaseCount: 3,
      indexedCount: 0,
      lastUpdate: null,
    });
    expect(await marks()).toBe(0);
  });

  it('starts a first update, and catches what is saved while that runs', async () => {
    reading.shut();
    const run = await api.enable(COMPANY);
    expect(run).toMatchObject({ kind: 'update', uid: COMPANY, trigger: { by: 'admin' } });
    await heldUp();
    await api.untilCollection(COMPANY, {
      enabled: true,
      state: 'running',
      activeRun: { id: run.id, status: 'running' },
    });
    await create(COMPANY, 'Delta');
    expect(await api.enable(COMPANY)).toMatchObject({ id: run.id });
    reading.open();

    expect(await api.finished(run)).toMatchObject({ status: 'succeeded' });
    await syncOf(app.strapi).settle();
    expect(await names('companies')).toEqual(['Ada', 'Brio', 'Cube', 'Delta']);
    await api.untilCollection(COMPANY, { databaseCount: 4, indexedCount: 4, state: 'in-sync' });
  });

  it('once more only updates again', async () => {
    const run = await api.finished(await api.enable(COMPANY));
    expect(run).toMatchObject({ kind: 'update', status: 'succeeded', counts: { purged: 0 } });
    expect(await names('companies')).toEqual(['Ada', 'Brio', 'Cube', 'Delta']);
  });

  it('has each save arrive from then on, and is in sync again as soon as it has', async () => {
    await api.untilCollection(COMPANY, { databaseCount: 4, state: 'in-sync' });
    await create(COMPANY, 'Eiffel');
    await syncOf(app.strapi).settle();
    expect((await api.collection(COMPANY)).state).toBe('in-sync');
    expect(await names('companies')).toContain('Eiffel');
  });

  it('has its documents follow what they embed, too', async () => {
    const headquarters = await create(CITY, 'Lutèce');
    const company = await app.strapi.documents(COMPANY).findFirst({ filters: { name: 'Eiffel' } });
    await change(COMPANY, company!.documentId, { headquarters });
    await syncOf(app.strapi).settle();
    await change(CITY, headquarters, { name: 'Paris' });
    await syncOf(app.strapi).settle();
    expect(await engine.documents('companies')).toContainEqual(
      expect.objectContaining({ name: 'Eiffel', headquarters: expect.objectContaining({ name: 'Paris' }) }),
    );
  });
});

describe('disabling a collection', () => {
  it('is refused for one that is not synced', async () => {
    const { body } = await api.post('/collections/api::skill.skill/disable').expect(409);
    expect(body.error.message).toContain('api::skill.skill is not synced');
  });

  it('removes its documents and its index, and pushes nothing any more', async () => {
    const run = await api.disable(COMPANY);
    expect(run).toMatchObject({ kind: 'disable', uid: COMPANY, trigger: { by: 'admin', user: 'Camille Martin' } });

    expect(await api.finished(run)).toMatchObject({ status: 'succeeded', counts: { purged: 5 }, error: null });
    expect(await engine.indexNames()).not.toContain('companies');
    await api.untilCollection(COMPANY, { enabled: false, state: 'disabled', indexedCount: 0 });

    await create(COMPANY, 'Fantôme');
    expect(await marks()).toBe(0);
    expect(await engine.indexNames()).not.toContain('companies');
  });

  it('refuses an update from then on, until it is enabled again', async () => {
    const { body } = await api.post(`/collections/${COMPANY}/update`).expect(409);
    expect(body.error.message).toContain('enable it first');

    await api.finished(await api.enable(COMPANY));
    expect(await names('companies')).toEqual(['Ada', 'Brio', 'Cube', 'Delta', 'Eiffel', 'Fantôme']);
  });

  it('keeps the documents when it is asked to', async () => {
    const run = await api.finished(await api.disable(COMPANY, { removeDocuments: false }));
    expect(run).toMatchObject({ status: 'succeeded', counts: { purged: 0 } });

    await create(COMPANY, 'Gotham');
    expect(await marks()).toBe(0);
    expect(await names('companies')).toEqual(['Ada', 'Brio', 'Cube', 'Delta', 'Eiffel', 'Fantôme']);
    await api.untilCollection(COMPANY, { state: 'disabled', indexedCount: 6 });

    expect(await api.finished(await api.enable(COMPANY))).toMatchObject({ status: 'succeeded', counts: { purged: 0 } });
    expect(await names('companies')).toContain('Gotham');
    await api.untilCollection(COMPANY, { state: 'in-sync' });
  });

  it('ends an update that is on', async () => {
    reading.shut();
    const update = await api.update(COMPANY);
    await heldUp();
    const disable = await api.disable(COMPANY);
    reading.open();

    expect((await api.finished(update)).status).toBe('canceled');
    expect((await api.finished(disable)).status).toBe('succeeded');
    expect(await engine.indexNames()).not.toContain('companies');
  });

  it('and then enabling it, and canceling that, leaves it never indexed', async () => {
    reading.shut();
    const run = await api.enable(COMPANY);
    await heldUp();
    await api.cancel(run);
    reading.open();

    expect((await api.finished(run)).status).toBe('canceled');
    await api.untilCollection(COMPANY, { enabled: true, state: 'never-indexed' });
    expect((await api.updateFully(COMPANY)).status).toBe('succeeded');
    await api.untilCollection(COMPANY, { state: 'in-sync' });
  });

  it('in the middle of an update, and enabling it at once, syncs it all the same', async () => {
    reading.shut();
    const update = await api.update(COMPANY);
    await heldUp();
    await api.disable(COMPANY);
    const run = await api.enable(COMPANY);
    reading.open();

    expect((await api.finished(update)).status).toBe('canceled');
    expect((await api.finished(run)).status).toBe('succeeded');
    await api.untilCollection(COMPANY, { enabled: true, state: 'in-sync' });
  });
});

describe('a disabling that the ledger cannot take', () => {
  const RUNS = 'meilisearch_runs';
  afterEach(() => acceptInserts(app.strapi, RUNS));

  it('is none: the collection stays synced, with its documents', async () => {
    await refuseInserts(app.strapi, RUNS);
    const { body } = await api.post(`/collections/${COMPANY}/disable`).expect(500);
    expect(body.data).toBeNull();
    await api.untilCollection(COMPANY, { enabled: true, state: 'in-sync' });
  });
});

describe('what an admin decided', () => {
  const runIds = async () => (await app.strapi.db.connection('meilisearch_runs').select('id')).map(({ id }) => id);

  it('outlives a restart, also against the configuration', async () => {
    await create(CITY, 'Arles');
    await api.finished(await api.disable(CITY));
    const before = await runIds();

    await app.stop();
    await boot();

    await api.untilCollection(CITY, { enabled: false, state: 'disabled' });
    await api.untilCollection(COMPANY, { enabled: true, state: 'in-sync' });
    await create(CITY, 'Brest');
    await create(COMPANY, 'Hydra');
    await syncOf(app.strapi).settle();
    expect(await names('companies')).toContain('Hydra');
    expect(await engine.indexNames()).toEqual(['companies']);
    // What was indexed is not indexed again at boot, and what is disabled not at all.
    expect(await runIds()).toEqual(before);
  }, 60_000);
});

describe('a content type that a deploy has removed', () => {
  const GONE = 'api::gone.gone';

  it('has its run canceled, with the reason, and nobody waits for its changes', async () => {
    const { connection } = app.strapi.db;
    await connection('meilisearch_marks').insert({ uid: GONE, document_id: 'a', kind: 'edited', created_at: 0 });
    await connection('meilisearch_runs').insert({
      ...{ kind: 'update', uid: GONE, status: 'running', active_key: `update ${GONE}` },
      ...{ triggered_by: 'admin', cancel_requested: false, cursor: 0, queued_at: 0 },
    });
    await app.stop();
    await boot();

    await eventually(async () => {
      const { body } = await api.get(`/runs?uid=${GONE}`).expect(200);
      expect(body.data).toMatchObject([{ status: 'canceled', error: expect.stringContaining(GONE) }]);
    });
    await syncOf(app.strapi).settle();
    expect((await syncOf(app.strapi).status()).activeRuns).toEqual([]);
  }, 60_000);
});
