/** @database-sensitive */

import { type MeilisearchServer, startMeilisearch } from '../../scripts/meilisearch-server';
import { type AdminApi, createAdminApi } from '../support/admin-api';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { createEngineClient, type EngineClient } from '../support/engine-client';
import { bootPlayground, type PlaygroundApp } from '../support/strapi-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const COMPANY = 'api::company.company';
const CITY = 'api::city.city';
const SKILL = 'api::skill.skill';

let database: TestDatabase;
let meilisearch: MeilisearchServer;
let engine: EngineClient;
let app: PlaygroundApp;
let api: AdminApi;
const cleanUps: CleanUps = [];

/** Boots on the same database and engine as before. */
async function boot(env: Record<string, string> = {}) {
  app = await bootPlayground({ config: require.resolve('./configs/take-over'), meilisearch, database, env });
  cleanUps.push(app.stop);
  api = createAdminApi(app);
}

/** Leaves the site as strapi-plugin-meilisearch leaves it: its settings in the store, its documents in the engine. */
async function leaveOldSite(): Promise<void> {
  await boot({ PLAYGROUND_MEILISEARCH: 'false' });
  const { strapi } = app;
  for (const name of ['Ada', 'Brio']) await strapi.documents(COMPANY).create({ data: { name } });
  await strapi.documents(SKILL).create({ data: { name: 'Pruning' } });
  const store = strapi.store({ type: 'plugin', name: 'meilisearch' });
  await store.set({ key: 'meilisearch_indexed_content_types', value: [COMPANY, SKILL, 'api::ghost.ghost'] });
  await store.set({ key: 'meilisearch_host', value: meilisearch.host });
  await store.set({ key: 'meilisearch_api_key', value: meilisearch.apiKey });
  await engine.put('companies', [{ _meilisearch_id: 'company-k3jx0c9u2m1q7w5e8r4t6y0z', name: 'Gone' }]);
  await app.stop();
}

const names = async (index: string) => (await engine.documents(index)).map(({ name }) => name).sort();

beforeAll(async () => {
  database = await createTestDatabase();
  cleanUps.push(database.drop);
  meilisearch = await startMeilisearch();
  cleanUps.push(meilisearch.stop);
  engine = createEngineClient(meilisearch);
  await leaveOldSite();
  await boot();
}, 180_000);

afterAll(() => cleanUp(cleanUps));

describe('a site of strapi-plugin-meilisearch that boots with this plugin', () => {
  it('goes on to sync what was indexed, and updates it by itself', async () => {
    await api.untilCollection(COMPANY, { enabled: true, state: 'in-sync', databaseCount: 2, indexedCount: 2 });
    expect((await api.collection(COMPANY)).lastUpdate).toMatchObject({ trigger: { by: 'boot', user: null } });
    expect(await names('companies')).toEqual(['Ada', 'Brio']);
  });

  it('leaves alone what was not indexed, and what the configuration says is not synced', async () => {
    for (const uid of [CITY, SKILL]) await api.untilCollection(uid, { enabled: false, state: 'disabled' });
  });

  it('uses the host and the key that were typed into the old tab', async () => {
    const { body } = await api.get('/settings').expect(200);
    expect(body.data).toMatchObject({ host: meilisearch.host, apiKeySet: true, source: 'database' });
  });
});

it('does not come back to it after an admin has decided otherwise', async () => {
  await api.finished(await api.disable(COMPANY));
  await app.stop();
  await boot();
  await api.untilCollection(COMPANY, { enabled: false, state: 'disabled', activeRun: null });
  expect(await engine.indexNames()).toEqual([]);
}, 120_000);
