import { type AdminApi, createAdminApi } from '../support/admin-api';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { type EngineProxy, startEngineProxy } from '../support/engine-proxy';
import { anOffer } from '../support/entries';
import { eventually } from '../support/eventually';
import { createGate } from '../support/gate';
import { startKeptEngine } from '../support/kept-engine';
import { deleteRows, tableOf } from '../support/rows';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

const OFFER = 'api::offer.offer';

/** The steps of an update as the engine hears of them: each is held up at its first request. */
const STEPS: [step: string, method: string, path: RegExp][] = [
  ['before it looks at the settings', 'GET', /^\/indexes\/offers\/settings/],
  ['before it has its stamp', 'POST', /^\/indexes\/offers\/documents\/delete-batch/],
  ['while its first page is on its way', 'POST', /^\/indexes\/offers\/documents\?/],
  ['while the engine works on its pages', 'GET', /^\/tasks\?/],
  ['while it looks for what it did not touch', 'POST', /^\/indexes\/offers\/documents\/fetch/],
  ['while its purge is on its way', 'POST', /^\/indexes\/offers\/documents\/delete$/],
];

const cleanUps: CleanUps = [];
let proxy: EngineProxy;
let app: SyncedPlayground;
let api: AdminApi;
const barrier = createGate();

beforeAll(async () => {
  const meilisearch = await startKeptEngine();
  cleanUps.push(meilisearch.remove);
  proxy = await startEngineProxy(meilisearch);
  cleanUps.push(proxy.stop);
  app = await bootSynced({ config: require.resolve('./configs/update-barriers'), meilisearch: proxy });
  cleanUps.push(app.stop);
  api = createAdminApi(app);
}, 120_000);

afterEach(() => {
  barrier.open();
  proxy.inflict(null);
});

afterAll(() => cleanUp(cleanUps));

const publish = async (title: string): Promise<string> =>
  (await app.documents(OFFER).create({ data: anOffer({ title }), status: 'published' })).documentId;

/** Titles of what is published, and of what visitors find. */
async function bothSides() {
  const rows = await tableOf(app.strapi, OFFER).whereNotNull('published_at').select('title');
  const documents = await app.engine.documents('offers');
  return {
    database: rows.map(({ title }) => String(title)).sort(),
    index: documents.map(({ title }) => String(title)).sort(),
  };
}

it.each(STEPS)('whatever is done to entries %s ends as it was done', async (step, method, path) => {
  const [saved, deleted, republished, unpublished, lost] = await Promise.all(
    ['Saved', 'Deleted', 'Republished', 'Unpublished', 'Lost'].map((title) => publish(title)),
  );
  await Promise.all(['A', 'B', 'C'].map((title) => publish(`${title} ${step}`)));
  await app.sync.settle();
  // Something to purge.
  await deleteRows(app.strapi, OFFER, [lost!]);

  barrier.shut();
  proxy.inflict(({ incoming, forward }) => {
    if (incoming.method === method && path.test(incoming.url ?? '')) void barrier.pass().then(() => forward());
    else forward();
  });
  const run = await api.update(OFFER);
  await eventually(() => expect(barrier.waiting).toBeGreaterThan(0));

  const documents = app.documents(OFFER);
  await documents.update({ documentId: saved!, data: { title: `Saved ${step}` }, status: 'published' });
  await documents.delete({ documentId: deleted! });
  await documents.unpublish({ documentId: republished! });
  await documents.publish({ documentId: republished! });
  await documents.unpublish({ documentId: unpublished! });
  await publish(`Created ${step}`);
  barrier.open();

  expect(await api.finished(run)).toMatchObject({ status: 'succeeded', counts: { failed: 0, purged: 1 } });
  await app.sync.settle();
  const { database, index } = await bothSides();
  expect(index).toEqual(database);
  expect(index).toEqual(expect.arrayContaining([`Saved ${step}`, `Created ${step}`, 'Republished']));
  expect(index).not.toContain('Unpublished');
  // Titles are not all there is.
  proxy.inflict(null);
  expect((await api.checkFully(OFFER, { depth: 'deep' })).counts).toMatchObject({ missing: 0, stale: 0, orphaned: 0 });
});
