import { type AdminApi, createAdminApi, syncOf } from '../support/admin-api';
import { createEngineClient, type EngineClient } from '../support/engine-client';
import { deleteRows, insertRows } from '../support/rows';
import { bootPlayground, type PlaygroundApp } from '../support/strapi-app';

const CITY = 'api::city.city';
const COMPANY = 'api::company.company';
const OWNER = 'api::owner.owner';
const PLACES = 'site_places';
const OWNERS = 'site_owners';
const PEOPLE = 'site_people';

/** A document that somebody else keeps in the same index. */
const MUSEUM = { _meilisearch_id: 'museum-1', name: 'Museum' };

let app: PlaygroundApp;
let api: AdminApi;
let engine: EngineClient;

const named = (...names: string[]) => names.map((name) => ({ name }));

/** Names in an index, sorted. */
const names = async (index: string) => (await engine.documents(index)).map(({ name }) => name).sort();

/** The documents of one collection in the shared index, stamps included. */
const placesOf = async (uid: string) =>
  (await engine.documents(PLACES))
    .filter(({ _strapi }) => _strapi?.uid === uid)
    .sort((one, other) => one._meilisearch_id.localeCompare(other._meilisearch_id));

beforeAll(async () => {
  app = await bootPlayground({ config: require.resolve('./configs/shared-index') });
  api = createAdminApi(app);
  engine = createEngineClient(app.meilisearch);
  await insertRows(app.strapi, CITY, named('Arles', 'Brest', 'Caen'));
  await insertRows(app.strapi, COMPANY, named('Ada', 'Brio'));
  await insertRows(app.strapi, OWNER, named('Zoé', 'Yann'));
  const runs = await Promise.all([CITY, COMPANY, OWNER].map((uid) => api.enable(uid)));
  for (const run of runs) expect((await api.finished(run)).status).toBe('succeeded');
}, 120_000);

afterAll(() => app.stop());

describe('two collections in one index', () => {
  it('are counted each by itself, and the index as a whole', async () => {
    await engine.put(PLACES, [MUSEUM]);
    const indexes = [{ uid: PLACES, documents: 6 }];
    await api.untilCollection(CITY, { indexes, databaseCount: 3, indexedCount: 3, state: 'in-sync' });
    await api.untilCollection(COMPANY, { indexes, databaseCount: 2, indexedCount: 2, state: 'in-sync' });
  });

  it('get the settings that both declare', async () => {
    const { filterableAttributes, searchableAttributes } = await engine.client.index(PLACES).getSettings();
    expect(filterableAttributes).toEqual(
      expect.arrayContaining(['region', 'sector', '_strapi.uid', '_strapi.syncedAt']),
    );
    expect(searchableAttributes).toEqual(expect.arrayContaining(['name', 'region', 'sector', 'website']));
  });

  it('are updated each without touching the other, orphans included', async () => {
    const [orphanCity] = (await insertRows(app.strapi, CITY, named('Ys'))) as [string];
    const [orphanCompany] = (await insertRows(app.strapi, COMPANY, named('Yggdrasil'))) as [string];
    for (const uid of [CITY, COMPANY]) await api.updateFully(uid);
    await deleteRows(app.strapi, CITY, [orphanCity]);
    await deleteRows(app.strapi, COMPANY, [orphanCompany]);
    const companies = await placesOf(COMPANY);
    expect(companies).toHaveLength(3);

    expect((await api.updateFully(CITY)).counts).toMatchObject({ total: 3, pushed: 3, purged: 1 });

    expect(await placesOf(COMPANY)).toEqual(companies);
    expect(await names(PLACES)).toEqual(['Ada', 'Arles', 'Brest', 'Brio', 'Caen', 'Museum', 'Yggdrasil']);
    expect((await api.updateFully(COMPANY)).counts).toMatchObject({ total: 2, pushed: 2, purged: 1 });
    expect(await names(PLACES)).toEqual(['Ada', 'Arles', 'Brest', 'Brio', 'Caen', 'Museum']);
  });

  it('are taken out one by one: each with its own documents, and the index only when nothing is left', async () => {
    const companies = await placesOf(COMPANY);

    expect((await api.finished(await api.disable(CITY))).counts.purged).toBe(3);

    expect(await placesOf(COMPANY)).toEqual(companies);
    expect(await names(PLACES)).toEqual(['Ada', 'Brio', 'Museum']);
    await api.untilCollection(CITY, { state: 'disabled', indexedCount: 0 });
    await api.untilCollection(COMPANY, { state: 'in-sync', indexedCount: 2 });

    expect((await api.finished(await api.disable(COMPANY))).counts.purged).toBe(2);

    expect(await names(PLACES)).toEqual(['Museum']);

    await engine.remove(PLACES, [MUSEUM._meilisearch_id]);
    for (const uid of [CITY, COMPANY]) await api.finished(await api.enable(uid));
    for (const uid of [CITY, COMPANY]) await api.finished(await api.disable(uid));
    expect(await engine.indexNames()).toEqual([OWNERS, PEOPLE]);
  });

  it('keep the index while one of them is synced, even without documents', async () => {
    for (const uid of [CITY, COMPANY]) await api.finished(await api.enable(uid));
    await app.strapi.db.query(COMPANY).deleteMany({ where: { id: { $gt: 0 } } });
    await syncOf(app.strapi).settle();

    await api.finished(await api.disable(CITY));

    expect(await engine.indexNames()).toContain(PLACES);
    await api.untilCollection(COMPANY, { state: 'in-sync', indexedCount: 0 });
  });
});

describe('a collection in two indexes', () => {
  it('is the same in both', async () => {
    expect(await names(OWNERS)).toEqual(['Yann', 'Zoé']);
    expect(await names(PEOPLE)).toEqual(['Yann', 'Zoé']);
    await api.untilCollection(OWNER, {
      indexes: [
        { uid: OWNERS, documents: 2 },
        { uid: PEOPLE, documents: 2 },
      ],
      indexedCount: 2,
      state: 'in-sync',
    });
  });

  it('has a save arrive in both', async () => {
    await app.strapi.documents(OWNER).create({ data: { name: 'Xavier' } });
    await syncOf(app.strapi).settle();
    expect(await names(OWNERS)).toEqual(['Xavier', 'Yann', 'Zoé']);
    expect(await names(PEOPLE)).toEqual(['Xavier', 'Yann', 'Zoé']);
  });

  it('shows the count that is least as it should be, and is made equal in both by an update', async () => {
    const [lost] = (await engine.ids(PEOPLE)) as [string];
    await engine.remove(PEOPLE, [lost]);
    await api.untilCollection(OWNER, { databaseCount: 3, indexedCount: 2, state: 'drifted' });
    const orphans = ['owner-gone', 'owner-lost'].map((_meilisearch_id) => ({
      _meilisearch_id,
      name: 'Gone',
      _strapi: { uid: OWNER, syncedAt: 1, version: 'x' },
    }));
    await engine.put(OWNERS, orphans);
    await api.untilCollection(OWNER, { databaseCount: 3, indexedCount: 5, state: 'drifted' });

    expect((await api.updateFully(OWNER)).counts).toMatchObject({ total: 3, pushed: 3, purged: 2 });

    expect(await names(OWNERS)).toEqual(['Xavier', 'Yann', 'Zoé']);
    expect(await names(PEOPLE)).toEqual(['Xavier', 'Yann', 'Zoé']);
    await api.untilCollection(OWNER, { state: 'in-sync' });
  });

  it('leaves both when it is disabled', async () => {
    const run = await api.finished(await api.disable(OWNER));
    expect(run.counts.purged).toBe(6);
    const remaining = await engine.indexNames();
    expect(remaining).not.toContain(OWNERS);
    expect(remaining).not.toContain(PEOPLE);
  });
});
