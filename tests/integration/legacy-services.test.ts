import type { Core } from '@strapi/strapi';

import type { MeilisearchService } from '../../server/src/legacy/meilisearch-service';
import type { StoreService } from '../../server/src/legacy/store-service';
import { type AdminApi, createAdminApi } from '../support/admin-api';
import { createEngineClient, type EngineClient } from '../support/engine-client';
import { bootPlayground, type PlaygroundApp } from '../support/strapi-app';

const COMPANY = 'api::company.company';
const CITY = 'api::city.city';
const OWNER = 'api::owner.owner';

let app: PlaygroundApp;
let api: AdminApi;
let engine: EngineClient;
/** What the bootstrap script was answered. */
let answer: unknown;

const serviceOf = (strapi: Core.Strapi) => strapi.plugin('meilisearch').service<MeilisearchService>('meilisearch');

/** Lets a script run where `bootstrap()` of an application's `src/index` does: after that of the plugins. */
function runAtBootstrap(strapi: Core.Strapi, script: () => Promise<void>): void {
  const lifecycles = strapi as unknown as { runUserLifecycles: (name: string) => Promise<void> };
  const run = lifecycles.runUserLifecycles.bind(strapi);
  lifecycles.runUserLifecycles = async (name) => {
    await run(name);
    if (name === 'bootstrap') await script();
  };
}

beforeAll(async () => {
  app = await bootPlayground({
    config: require.resolve('./configs/shared-index'),
    prepare: (strapi) =>
      runAtBootstrap(strapi, async () => {
        await serviceOf(strapi).emptyOrDeleteIndex({ contentType: COMPANY });
        answer = await serviceOf(strapi).addContentTypeInMeiliSearch({ contentType: COMPANY });
      }),
  });
  api = createAdminApi(app);
  engine = createEngineClient(app.meilisearch);
}, 120_000);

afterAll(() => app.stop());

const service = () => serviceOf(app.strapi);
const indexed = () => app.strapi.plugin('meilisearch').service<StoreService>('store').getIndexedContentTypes();
const create = (uid: 'api::company.company' | 'api::city.city', name: string) =>
  app.strapi.documents(uid).create({ data: { name } });
const names = async (index: string) => (await engine.documents(index)).map(({ name }) => name).sort();

it('is there for bootstrap scripts: what one adds is synced and indexed once Strapi listens', async () => {
  expect(answer).toEqual([]);
  await api.untilCollection(COMPANY, { enabled: true, state: 'in-sync' });
  expect((await api.collection(COMPANY)).lastUpdate).toMatchObject({ trigger: { by: 'api', user: null } });
  await create(COMPANY, 'Ada');
  await api.untilCollection(COMPANY, { state: 'in-sync', indexedCount: 1 });
});

it('indexes again what is added again', async () => {
  const before = (await api.collection(COMPANY)).lastUpdate;
  expect(await service().addContentTypeInMeiliSearch({ contentType: COMPANY })).toEqual([]);
  await api.untilCollection(COMPANY, { state: 'in-sync' });
  expect((await api.collection(COMPANY)).lastUpdate?.id).toBeGreaterThan(before!.id);
});

it('updates what is synced, and begins to sync what is not', async () => {
  await engine.remove('site_places', await engine.ids('site_places'));
  await service().updateContentTypeInMeiliSearch({ contentType: COMPANY });
  await api.untilCollection(COMPANY, { state: 'in-sync', indexedCount: 1 });

  await create(CITY, 'Brest');
  await service().updateContentTypeInMeiliSearch({ contentType: CITY });
  await api.untilCollection(CITY, { enabled: true, state: 'in-sync', indexedCount: 1 });
  expect(await names('site_places')).toEqual(['Ada', 'Brest']);
});

it('names what is synced', async () => {
  expect((await indexed()).sort()).toEqual([CITY, COMPANY]);
});

it('reports on every content type, by index', async () => {
  const { contentTypes } = await service().getContentTypesReport();
  const row = { isIndexing: false, numberOfEntries: 2, indexUid: 'site_places', numberOfDocuments: 2 };
  expect(contentTypes).toEqual(
    expect.arrayContaining([
      { ...row, collection: 'city', contentType: CITY, indexed: true, listened: true },
      { ...row, collection: 'company', contentType: COMPANY, indexed: true, listened: true },
    ]),
  );
  expect(contentTypes.filter(({ contentType }) => contentType === OWNER)).toMatchObject([
    { indexUid: 'site_owners', indexed: false },
    { indexUid: 'site_people', indexed: false },
  ]);
});

it('takes a content type out of an index that others share, and minds no second time', async () => {
  for (let time = 1; time <= 2; time += 1) await service().emptyOrDeleteIndex({ contentType: CITY });
  await api.untilCollection(CITY, { enabled: false, state: 'disabled', indexedCount: 0 });
  expect(await names('site_places')).toEqual(['Ada']);
  expect(await indexed()).toEqual([COMPANY]);
});

it('refuses a content type that there is not, by its name', async () => {
  const named = { contentType: 'api::nobody.nobody' };
  for (const call of ['addContentTypeInMeiliSearch', 'updateContentTypeInMeiliSearch', 'emptyOrDeleteIndex'] as const) {
    await expect(service()[call](named)).rejects.toThrow('api::nobody.nobody');
  }
});
