import { type MeilisearchServer, startMeilisearch } from '../../scripts/meilisearch-server';
import { type AdminApi, createAdminApi, syncOf } from '../support/admin-api';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { createEngineClient } from '../support/engine-client';
import { eventually } from '../support/eventually';
import { bootPlayground, type PlaygroundApp } from '../support/strapi-app';
import { untransformable, WRONG_KEY } from './configs/http';

const CITY = 'api::city.city';
const OWNER = 'api::owner.owner';

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const NUMBER = expect.any(Number);
const TEXT = expect.any(String);

const FINISHED_RUN = {
  id: NUMBER,
  kind: 'update',
  uid: CITY,
  trigger: { by: 'admin', user: 'Camille Martin' },
  status: 'succeeded',
  phase: null,
  startedAt: TIME,
  finishedAt: TIME,
  stamp: NUMBER,
  counts: {
    total: 2,
    read: 2,
    pushed: 2,
    unchanged: 0,
    excluded: 0,
    failed: 0,
    purged: 0,
    missing: 0,
    stale: 0,
    orphaned: 0,
    undecided: 0,
  },
  pace: { rate: null, secondsLeft: null },
  error: null,
  depth: null,
  checkId: null,
};

let meilisearch: MeilisearchServer;
let app: PlaygroundApp;
let api: AdminApi;
const cleanUps: CleanUps = [];
/** Every body that was answered, as it came over the wire. */
const answers: string[] = [];

beforeAll(async () => {
  meilisearch = await startMeilisearch();
  cleanUps.push(meilisearch.stop);
  app = await bootPlayground({ config: require.resolve('./configs/http'), meilisearch });
  cleanUps.push(app.stop);
  app.http.on('response', (response: { text: string }) => answers.push(response.text));
  api = createAdminApi(app);
  for (const uid of [CITY, OWNER]) await api.untilCollection(uid, { state: 'in-sync' });
  for (const name of ['Arles', 'Brest']) await app.strapi.documents(CITY).create({ data: { name } });
  await syncOf(app.strapi).settle();
  await api.untilCollection(CITY, { databaseCount: 2, state: 'in-sync' });
}, 120_000);

afterAll(() => cleanUp(cleanUps));

describe('an answer', () => {
  it('of POST update is the run, as soon as it is recorded', async () => {
    const { body } = await api.post(`/collections/${encodeURIComponent(CITY)}/update`).expect(202);
    expect(body).toEqual({
      data: {
        ...FINISHED_RUN,
        status: 'queued',
        startedAt: null,
        finishedAt: null,
        stamp: null,
        counts: { ...FINISHED_RUN.counts, total: null, read: 0, pushed: 0 },
      },
    });
    await api.finished(body.data);
  });

  it('of GET runs/:id is the run with its items', async () => {
    const run = await api.updateFully(CITY);
    const { body } = await api.get(`/runs/${run.id}`).expect(200);
    expect(body).toEqual({ data: { ...FINISHED_RUN, id: run.id, items: [] } });
  });

  it('of GET runs is a page of runs, the latest first', async () => {
    const run = await api.updateFully(CITY);
    const { body } = await api.get(`/runs?uid=${CITY}&kind=update&status=succeeded&page=1&pageSize=1`).expect(200);
    const total = body.meta.pagination.total;
    expect(total).toBeGreaterThan(1);
    expect(body).toEqual({
      data: [{ ...FINISHED_RUN, id: run.id }],
      meta: { pagination: { page: 1, pageSize: 1, pageCount: total, total } },
    });

    const { body: last } = await api.get(`/runs?uid=${CITY}&page=${total}&pageSize=1`).expect(200);
    expect(last.data[0].id).toBeLessThan(run.id);
    expect((await api.get('/runs?kind=disable').expect(200)).body).toEqual({
      data: [],
      meta: { pagination: { page: 1, pageSize: 25, pageCount: 0, total: 0 } },
    });
  });

  it('of GET collections lists every content type that can be synced', async () => {
    const { body } = await api.get('/collections').expect(200);
    expect(Object.keys(body)).toEqual(['data']);
    expect(body.data.map(({ uid }: { uid: string }) => uid).sort()).toEqual([
      'api::city.city',
      'api::company.company',
      'api::homepage.homepage',
      'api::housing.housing',
      'api::offer.offer',
      'api::owner.owner',
      'api::skill.skill',
      'plugin::upload.file',
      'plugin::users-permissions.user',
    ]);
    expect(body.data.find(({ uid }: { uid: string }) => uid === CITY)).toEqual({
      uid: CITY,
      modelName: 'city',
      displayName: 'City',
      contentManager: 'collection-types',
      enabled: true,
      indexes: [{ uid: 'cities', documents: 2 }],
      scope: { status: 'published', locale: null },
      databaseCount: 2,
      excludedCount: 0,
      expectedCount: 2,
      indexedCount: 2,
      pending: 0,
      failing: 0,
      state: 'in-sync',
      drift: { missing: 0, stale: 0, orphaned: 0, at: TIME },
      activeRun: null,
      lastUpdate: FINISHED_RUN,
      lastCheck: null,
      problems: [],
    });
  });

  it('of GET status tells of the engine, the outbox, the runs and the configuration', async () => {
    const { body } = await api.get('/status').expect(200);
    expect(body).toEqual({
      data: {
        engine: { reachable: true, version: expect.stringMatching(/^\d+\.\d+\.\d+$/), error: null },
        outbox: { pending: 0, failing: 0, oldestAt: null },
        activeRuns: [],
        config: { problems: [] },
        drift: { found: 0, days: 30 },
      },
    });
  });

  it('of GET settings says where they come from, and a host in the file cannot be changed', async () => {
    const settings = { host: meilisearch.host, apiKeySet: true, source: 'file', problems: [] };
    expect((await api.get('/settings').expect(200)).body).toEqual({ data: settings });
    const { body } = await api.put('/settings', { host: 'http://127.0.0.1:1', apiKey: 'other' }).expect(409);
    expect(body.error.message).toContain('config/plugins');
    expect((await api.get('/settings').expect(200)).body).toEqual({ data: settings });
  });
});

describe('a document that fails', () => {
  const failures = async () => (await api.get(`/failures?uid=${OWNER}`).expect(200)).body;
  let documentId: string;

  beforeAll(async () => {
    untransformable.add('Zoé');
    ({ documentId } = await app.strapi.documents(OWNER).create({ data: { name: 'Zoé' } }));
    await syncOf(app.strapi).settle();
  });

  it('is listed by GET failures with its cause and what to do', async () => {
    expect(await failures()).toEqual({
      data: [
        {
          id: NUMBER,
          uid: OWNER,
          documentId,
          locale: null,
          index: null,
          stage: 'transform',
          message: 'no words for Zoé',
          hint: TEXT,
          attempts: 1,
          firstAt: TIME,
          lastAt: TIME,
          nextAttemptAt: TIME,
        },
      ],
      meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } },
    });
    expect((await api.get(`/failures?uid=${CITY}`).expect(200)).body.data).toEqual([]);
    expect((await api.get('/status').expect(200)).body.data.outbox).toMatchObject({ failing: 1 });
    await api.untilCollection(OWNER, { failing: 1, state: 'failing' });
  });

  it('is tried again by POST failures/retry, and counts its attempts', async () => {
    expect((await api.post('/failures/retry').expect(202)).body).toEqual({ data: { retried: 1 } });
    await eventually(async () => expect((await failures()).data[0]).toMatchObject({ attempts: 2 }));
  });

  it('is off the list once it gets through', async () => {
    untransformable.clear();
    const { data } = await failures();
    expect((await api.post('/failures/retry', { ids: [999_999] }).expect(202)).body).toEqual({ data: { retried: 0 } });
    await api.post('/failures/retry', { ids: data.map(({ id }: { id: number }) => id) }).expect(202);
    await eventually(async () => expect((await failures()).data).toEqual([]));
    await api.untilCollection(OWNER, { state: 'in-sync' });
  });
});

describe('a collection that cannot be acted on', () => {
  const actions = ['enable', 'disable', 'update'];

  it.each(['api::nobody.nobody', 'nonsense', 'offer.contract'])('is unknown: %s', async (uid) => {
    for (const action of actions) {
      const { body } = await api.post(`/collections/${uid}/${action}`).expect(404);
      expect(body.error).toMatchObject({ status: 404, name: 'NotFoundError', message: expect.stringContaining(uid) });
    }
  });

  it.each(['admin::user', 'plugin::upload.folder'])('is not content: %s', async (uid) => {
    for (const action of actions) {
      const { body } = await api.post(`/collections/${uid}/${action}`).expect(400);
      expect(body.error).toMatchObject({ status: 400, message: expect.stringContaining(`${uid} cannot be synced`) });
    }
  });

  it('is not synced', async () => {
    await api.post('/collections/api::housing.housing/update').expect(409);
  });
});

describe('wrong input', () => {
  it.each([
    [`/collections/${CITY}/update`, { purge: 'yes' }, 'purge', 'true or false'],
    [`/collections/${CITY}/update`, { filters: 'all' }, 'filters', 'an object of Strapi filters'],
    [`/collections/${CITY}/update`, { locale: 5 }, 'locale', 'a locale'],
    [`/collections/${CITY}/update`, { locale: '' }, 'locale', 'a locale'],
    [`/collections/${CITY}/disable`, { removeDocuments: 1 }, 'removeDocuments', 'true or false'],
    ['/failures/retry', { ids: 7 }, 'ids', 'an array of numbers of failures'],
    ['/failures/retry', { ids: ['seven'] }, 'ids.0', 'numbers of failures'],
    ['/settings/test', { host: 'ftp://nowhere' }, 'host', 'an address such as'],
    ['/settings/test', { apiKey: 5 }, 'apiKey', 'a string'],
  ])('in the body of POST %s is named with what is allowed: %j', async (path, given, field, allowed) => {
    const { body } = await api.post(path, given).expect(400);
    expect(body.error).toMatchObject({
      status: 400,
      name: 'BadRequestError',
      details: { errors: [{ path: field, message: expect.stringContaining(allowed) }] },
    });
    expect(body.error.message).toContain(`${field}: ${allowed}`);
  });

  it.each([
    [`/collections/${CITY}/update`, { prune: true }, 'prune'],
    [`/collections/${CITY}/disable`, { keep: true }, 'keep'],
    ['/failures/retry', { id: 7 }, 'id'],
    ['/settings/test', { key: 'k' }, 'key'],
  ])('in the body of POST %s may be a misspelt field: %j', async (path, given, field) => {
    const { body } = await api.post(path, given).expect(400);
    expect(body.error.message).toContain(`"${field}"`);
  });

  it.each([
    ['/runs?page=0', 'page', 'from 1'],
    ['/runs?page=one', 'page', 'a whole number'],
    ['/runs?page=1.5', 'page', 'a whole number'],
    ['/runs?pageSize=0', 'pageSize', 'from 1 to 100'],
    ['/runs?pageSize=101', 'pageSize', 'from 1 to 100'],
    ['/runs?kind=upgrade', 'kind', 'one of update, check'],
    ['/runs?status=fine', 'status', 'one of queued, running'],
    ['/failures?page=-1', 'page', 'from 1'],
    ['/failures?pageSize=1000', 'pageSize', 'from 1 to 100'],
    ['/runs/first', 'id', 'the number of a run'],
    ['/runs/0', 'id', 'the number of a run'],
  ])('in the address is named with what is allowed: %s', async (path, field, allowed) => {
    const { body } = await api.get(path).expect(400);
    expect(body.error.details.errors).toEqual([{ path: field, message: expect.stringContaining(allowed) }]);
  });

  it('may be a run that does not exist', async () => {
    await api.get('/runs/999999').expect(404);
    await api.post('/runs/999999/cancel').expect(404);
    await api.post('/runs/999999/confirm-purge').expect(404);
    await api.post('/runs/first/cancel').expect(400);
  });

  it('may be a run that waits for nobody', async () => {
    const run = await api.updateFully(CITY);
    const { body } = await api.post(`/runs/${run.id}/confirm-purge`).expect(409);
    expect(body.error.message).toContain('succeeded');
  });

  it('starts no run', async () => {
    const { body } = await api.get('/status').expect(200);
    expect(body.data.activeRuns).toEqual([]);
  });

  it('may be a filter on a field that the collection does not have', async () => {
    const { status, body } = await api.post(`/collections/${CITY}/update`, { filters: { altitude: { $gt: 5 } } });
    if (status === 202) await api.finished(body.data);
    expect(status).toBe(400);
    expect(body.error.message).toContain('altitude');
  });
});

it('changes nothing by any GET', async () => {
  const engine = createEngineClient(meilisearch);
  const state = async () => {
    const tables = ['marks', 'collections', 'runs', 'failures', 'exclusions'].map((name) => `meilisearch_${name}`);
    const rows = [...tables, 'strapi_core_store_settings'].map((table) => app.strapi.db.connection(table).select());
    return { rows: await Promise.all(rows), tasks: (await engine.client.tasks.getTasks({ limit: 1 })).total };
  };
  const before = await state();
  for (const path of ['/status', '/collections', '/runs', '/runs/1', '/failures', '/settings']) {
    await api.get(path).expect(200);
  }
  expect(await state()).toEqual(before);
});

describe('a wrong key', () => {
  it.each([
    ['with a host of its own', 'api::company.company'],
    ['for the common host', 'api::skill.skill'],
  ])('of a collection, %s, is answered with 503 and the engine’s own words', async (_, uid) => {
    const { status, body } = await api.post(`/collections/${uid}/enable`);
    if (status === 202) await api.finished(body.data);
    expect(body.error).toMatchObject({
      status: 503,
      message: 'The provided API key is invalid.',
      details: { code: 'invalid_api_key' },
    });
    await api.untilCollection(uid, { enabled: false, indexedCount: null });
  });
});

describe('while the engine is away', () => {
  beforeAll(() => meilisearch.stop());

  it('says so, and turns counts to unknown', async () => {
    const { body } = await api.get('/status').expect(200);
    expect(body.data.engine).toEqual({
      reachable: false,
      version: null,
      error: `Nothing listens at ${meilisearch.host}. Is Meilisearch running?`,
    });
    await api.untilCollection(CITY, {
      state: 'unreachable',
      databaseCount: 2,
      indexedCount: null,
      indexes: [{ uid: 'cities', documents: null }],
    });
  });

  it.each([
    ['enable', 'api::housing.housing'],
    ['update', CITY],
    ['disable', CITY],
  ])('answers POST %s with 503, and changes nothing', async (action, uid) => {
    const { enabled } = await api.collection(uid);
    const { body } = await api.post(`/collections/${uid}/${action}`).expect(503);
    expect(body.error).toMatchObject({
      status: 503,
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('Nothing listens'),
      details: { code: 'ECONNREFUSED' },
    });
    await api.untilCollection(uid, { enabled, activeRun: null });
  });

  it('still stops syncing a collection whose documents may stay', async () => {
    const run = await api.disable(CITY, { removeDocuments: false });
    expect((await api.finished(run)).status).toBe('succeeded');
    await api.untilCollection(CITY, { enabled: false, state: 'disabled' });
  });
});

it('has never answered with a key', () => {
  expect(answers.length).toBeGreaterThan(50);
  for (const key of [meilisearch.apiKey, WRONG_KEY]) expect(answers.filter((text) => text.includes(key))).toEqual([]);
});
