import { createAdminApi } from '../support/admin-api';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { aHousing, anOffer } from '../support/entries';
import { eventually } from '../support/eventually';
import { type KeptEngine, startKeptEngine } from '../support/kept-engine';
import { startSilentServer } from '../support/silent-server';
import { bootSynced, type Documents, type SyncedPlayground } from '../support/synced-playground';

const HOUSING = 'api::housing.housing';
const OFFER = 'api::offer.offer';

/** What the plugin waits for one answer of the engine, by its configuration. */
const TIMEOUT = 1000;

const cleanUps: CleanUps = [];
let meilisearch: KeptEngine;
let app: SyncedPlayground;
let offers: Documents;
let housings: Documents;

beforeAll(async () => {
  meilisearch = await startKeptEngine();
  cleanUps.push(meilisearch.remove);
  app = await bootSynced({ config: require.resolve('./configs/engine-away'), meilisearch });
  cleanUps.push(app.stop);
  offers = app.documents(OFFER);
  housings = app.documents(HOUSING);
}, 120_000);

afterAll(() => cleanUp(cleanUps));

/** What is published, by the id of its search document. */
async function published(uid: string, model: string): Promise<Record<string, unknown>> {
  const entries = await app.documents(uid).findMany({ status: 'published', locale: '*' });
  return Object.fromEntries(
    entries.map(({ documentId, locale, title }) => [[model, documentId, locale].filter(Boolean).join('-'), title]),
  );
}

/** What is in an index, by the id of its search document. */
async function indexed(index: string): Promise<Record<string, unknown>> {
  const documents = await app.engine.documents(index);
  return Object.fromEntries(documents.map(({ _meilisearch_id, title }) => [_meilisearch_id, title]));
}

describe('while the engine is away', () => {
  /** Documents that are in the index when the engine goes. */
  let renamed: string;
  let removed: string;
  let hidden: string;

  beforeAll(async () => {
    [renamed, removed] = [
      (await housings.create({ data: aHousing({ title: 'Attic' }) })).documentId,
      (await housings.create({ data: aHousing({ title: 'Cellar' }) })).documentId,
    ];
    hidden = (await offers.create({ data: anOffer({ title: 'Baker' }), status: 'published' })).documentId;
    await app.sync.settle();
    await meilisearch.stop();
  });

  it('saves wait for no answer, not even when it takes connections and never answers', async () => {
    const silence = await startSilentServer(meilisearch.port);
    try {
      const begun = performance.now();
      for (let round = 1; round <= 20; round += 1) {
        await housings.update({ documentId: renamed, data: { title: `Attic ${round}` } });
      }
      await housings.delete({ documentId: removed });
      await offers.unpublish({ documentId: hidden });
      for (const title of ['Cook', 'Driver', 'Editor']) {
        await offers.create({ data: anOffer({ title }), status: 'published' });
      }
      const saves = 25;
      expect((performance.now() - begun) / saves).toBeLessThan(TIMEOUT / 2);
      // The first may still go out on a connection that the engine has left behind.
      await eventually(async () =>
        expect(await app.sync.status()).toMatchObject({
          engine: { reachable: false, error: expect.stringContaining(`${TIMEOUT} ms`) },
          outbox: { pending: saves },
        }),
      );
    } finally {
      await silence.stop();
    }
  });

  it('what waits is counted, what the index holds is unknown, and nothing counts as a failure', async () => {
    const api = createAdminApi(app);
    const { body } = await api.get('/status').expect(200);
    expect(body.data).toMatchObject({
      engine: { reachable: false, version: null, error: expect.stringContaining(meilisearch.host) },
      outbox: { pending: 25, failing: 0, oldestAt: expect.any(String) },
    });
    expect(await api.collection(HOUSING)).toMatchObject({
      state: 'unreachable',
      databaseCount: 1,
      indexedCount: null,
      indexes: [{ uid: 'housings', documents: null }],
      pending: 21,
      failing: 0,
    });
  });

  it('is over without a hand on it: the index catches up with all that was saved', async () => {
    await meilisearch.start();
    await app.sync.settle({ timeoutMs: 60_000 });

    expect(await indexed('housings')).toEqual({ [`housing-${renamed}`]: 'Attic 20' });
    expect(await indexed('housings')).toEqual(await published(HOUSING, 'housing'));
    const titles = Object.values(await indexed('offers'));
    expect(titles.sort()).toEqual(['Cook', 'Driver', 'Editor']);
    expect(await indexed('offers')).toEqual(await published(OFFER, 'offer'));

    await eventually(async () => expect((await createAdminApi(app).collection(HOUSING)).state).toBe('in-sync'));
    expect((await app.sync.status()).outbox).toEqual({ pending: 0, failing: 0, oldestAt: null });
  }, 90_000);
});

it('brings back the settings with the next save when somebody has deleted the index meanwhile', async () => {
  const index = app.engine.client.index('housings');
  const settings = await index.getSettings();
  expect(settings.searchableAttributes).toContain('title');
  const [ad] = await housings.findMany();

  await app.engine.client.deleteIndex('housings').waitTask();
  await housings.update({ documentId: ad!.documentId, data: { title: 'Back again' } });
  await app.sync.settle();

  expect(await indexed('housings')).toEqual({ [`housing-${ad!.documentId}`]: 'Back again' });
  expect(await index.getSettings()).toEqual(settings);
});
