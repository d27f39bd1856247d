import { type MeilisearchServer, startMeilisearch } from '../../scripts/meilisearch-server';
import { answering, startScriptedServer } from '../contract/scripted-server';
import { type AdminApi, createAdminApi, syncOf } from '../support/admin-api';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { createEngineClient, type EngineClient } from '../support/engine-client';
import { bootPlayground, type PlaygroundApp } from '../support/strapi-app';

const CITY = 'api::city.city';

let first: MeilisearchServer;
let second: MeilisearchServer;
let app: PlaygroundApp;
let api: AdminApi;
const cleanUps: CleanUps = [];
/** Every body that was answered, as it came over the wire. */
const answers: string[] = [];

const settings = async () => (await api.get('/settings').expect(200)).body.data;
const save = async (body: object) => (await api.put('/settings', body).expect(200)).body.data;
const verdict = async (body: object) => (await api.post('/settings/test', body).expect(200)).body.data;

const create = (name: string) => app.strapi.documents(CITY).create({ data: { name } });
const names = async (engine: EngineClient) => (await engine.documents('cities')).map(({ name }) => name).sort();

/** A key of the engine that may do only this. */
async function keyFor(actions: string[]): Promise<string> {
  const { client } = createEngineClient(first);
  const { key } = await client.createKey({ actions, indexes: ['*'], expiresAt: null });
  return key;
}

beforeAll(async () => {
  first = await startMeilisearch();
  cleanUps.push(first.stop);
  second = await startMeilisearch();
  cleanUps.push(second.stop);
  app = await bootPlayground({ config: require.resolve('./configs/settings'), meilisearch: first });
  cleanUps.push(app.stop);
  app.http.on('response', (response: { text: string }) => answers.push(response.text));
  api = createAdminApi(app);
}, 120_000);

afterAll(() => cleanUp(cleanUps));

describe('before any host is set', () => {
  it('says so', async () => {
    expect(await settings()).toEqual({ host: '', apiKeySet: false, source: 'database', problems: [] });
    const { body } = await api.get('/status').expect(200);
    expect(body.data.engine).toEqual({ reachable: false, version: null, error: 'No host is set.' });
    expect(await verdict({})).toMatchObject({ reachable: false, error: 'No host is set.' });
    expect((await api.post(`/collections/${CITY}/update`).expect(503)).body.error.message).toBe('No host is set.');
  });

  it('keeps what is saved until there is one', async () => {
    await create('Arles');
    await api.untilCollection(CITY, { pending: 1, state: 'unreachable' });
  });
});

describe('a test of the connection', () => {
  it('finds nothing wrong with the right host and key', async () => {
    expect(await verdict({ host: first.host, apiKey: first.apiKey })).toEqual({
      reachable: true,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      missingKeyActions: [],
      error: null,
    });
    expect(await settings()).toMatchObject({ host: '', apiKeySet: false });
  });

  it('tells a host where nothing answers from a key that is refused', async () => {
    expect(await verdict({ host: 'http://127.0.0.1:1', apiKey: first.apiKey })).toEqual({
      reachable: false,
      version: null,
      missingKeyActions: [],
      error: 'Nothing listens at http://127.0.0.1:1. Is Meilisearch running?',
    });
    expect(await verdict({ host: first.host, apiKey: 'no-key-of-this-engine' })).toEqual({
      reachable: true,
      version: null,
      missingKeyActions: [],
      error: 'The provided API key is invalid.',
    });
  });

  it('lists exactly the actions that a key lacks', async () => {
    const key = await keyFor(['documents.*', 'indexes.create', 'stats.get', 'tasks.get', 'version']);
    expect(await verdict({ host: first.host, apiKey: key })).toMatchObject({
      reachable: true,
      missingKeyActions: ['indexes.delete', 'settings.get', 'settings.update'],
      error: null,
    });
  });

  it('needs no more of a key than what it lists', async () => {
    const key = await keyFor([
      'documents.add',
      'documents.delete',
      'documents.get',
      'indexes.create',
      'indexes.delete',
      'settings.get',
      'settings.update',
      'stats.get',
      'tasks.get',
      'version',
    ]);
    expect((await verdict({ host: first.host, apiKey: key })).missingKeyActions).toEqual([]);
  });
});

describe('saving', () => {
  it.each([
    [{}, 'host', 'an address such as'],
    [{ host: 7700 }, 'host', 'an address such as'],
    [{ host: 'ftp://127.0.0.1' }, 'host', 'an address such as'],
    [{ host: 'http://user:password@127.0.0.1' }, 'host', 'an address such as'],
    [{ host: 'http://127.0.0.1:7700', apiKey: 7 }, 'apiKey', 'a string'],
  ])('refuses %j and names what is wrong', async (given, field, allowed) => {
    const { body } = await api.put('/settings', given).expect(400);
    expect(body.error.details.errors).toEqual([{ path: field, message: expect.stringContaining(allowed) }]);
    expect(await settings()).toMatchObject({ host: '', apiKeySet: false });
  });

  it('begins to sync at once, what was saved before included', async () => {
    expect(await save({ host: first.host, apiKey: first.apiKey })).toEqual({
      host: first.host,
      apiKeySet: true,
      source: 'database',
      problems: [],
    });
    await api.untilCollection(CITY, { state: 'in-sync', indexedCount: 1 });
    expect(await names(createEngineClient(first))).toEqual(['Arles']);
  });

  it('without a key keeps the one there is', async () => {
    expect(await save({ host: first.host })).toMatchObject({ host: first.host, apiKeySet: true });
    expect(await verdict({})).toMatchObject({ reachable: true, missingKeyActions: [], error: null });
    expect(await verdict({ host: first.host })).toMatchObject({ missingKeyActions: [], error: null });
    await create('Brest');
    await syncOf(app.strapi).settle();
    expect(await names(createEngineClient(first))).toEqual(['Arles', 'Brest']);
  });

  it('a wrong key lets an update fail in the engine’s own words, and the right one mends it', async () => {
    await save({ host: first.host, apiKey: 'no-key-of-this-engine' });
    expect((await api.post(`/collections/${CITY}/update`).expect(503)).body.error.message).toBe(
      'The provided API key is invalid.',
    );
    await create('Caen');
    await save({ host: first.host, apiKey: first.apiKey });
    await syncOf(app.strapi).settle();
    expect(await names(createEngineClient(first))).toEqual(['Arles', 'Brest', 'Caen']);
  });

  it('another engine moves the collections there without a restart', async () => {
    await save({ host: second.host, apiKey: second.apiKey });
    await create('Dijon');
    await syncOf(app.strapi).settle();
    expect(await names(createEngineClient(second))).toEqual(['Dijon']);
    await api.untilCollection(CITY, { indexedCount: 1, state: 'drifted' });

    expect((await api.updateFully(CITY)).status).toBe('succeeded');

    expect(await names(createEngineClient(second))).toEqual(['Arles', 'Brest', 'Caen', 'Dijon']);
    await api.untilCollection(CITY, { state: 'in-sync' });
    expect(await names(createEngineClient(first))).toEqual(['Arles', 'Brest', 'Caen']);
  });
});

describe('the stored key', () => {
  const received: string[] = [];
  let stranger: Awaited<ReturnType<typeof startScriptedServer>>;

  beforeAll(async () => {
    await save({ host: first.host, apiKey: first.apiKey });
    const answer = answering('200 OK', '{"pkgVersion":"1.21.0"}', { 'content-type': 'application/json' });
    stranger = await startScriptedServer((socket) => {
      socket.on('data', (data) => received.push(String(data)));
      answer(socket);
    });
  });

  afterAll(async () => {
    try {
      await save({ host: first.host, apiKey: first.apiKey });
    } finally {
      await stranger.stop();
    }
  });

  it('is not sent to another host that is tested', async () => {
    await verdict({ host: stranger.host });
    expect(received.length).toBeGreaterThan(0);
    expect(received.filter((request) => request.includes(first.apiKey))).toEqual([]);
  });

  it('is not sent to another host that is saved without a key', async () => {
    received.length = 0;
    await api.put('/settings', { host: stranger.host });
    await api.get('/status').expect(200);
    await api.post('/settings/test', {}).expect(200);
    expect(received.filter((request) => request.includes(first.apiKey))).toEqual([]);
  });

  it('is never in an answer', () => {
    expect(answers.length).toBeGreaterThan(20);
    for (const { apiKey } of [first, second]) expect(answers.filter((text) => text.includes(apiKey))).toEqual([]);
  });
});
