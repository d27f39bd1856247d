import { seed } from '../../playground/sample-data/seed';
import { type AdminApi, createAdminApi, syncOf } from '../support/admin-api';
import { createEngineClient, type EngineClient } from '../support/engine-client';
import { newDocumentId, tableOf } from '../support/rows';
import { bootPlayground, type PlaygroundApp } from '../support/strapi-app';

const OFFER = 'api::offer.offer';

/** What a visitor gets at one moment. */
interface Sample {
  /** All that a search for nothing in particular finds. */
  found: Set<string>;
  /** What a search by words finds; all of the site's offers in that language match. */
  matching: number;
  /** Documents of the whole index, orphans included. */
  documents: number;
}

let app: PlaygroundApp;
let api: AdminApi;
let engine: EngineClient;
let living: string[];

/** All that is published, by the id of its search document. */
async function publishedOffers(): Promise<string[]> {
  const rows = await tableOf(app.strapi, OFFER).whereNotNull('published_at').select('document_id', 'locale');
  return rows.map(({ document_id, locale }) => `offer-${document_id}-${locale}`).sort();
}

async function look(): Promise<Sample> {
  const index = engine.client.index<{ _meilisearch_id: string }>('offers');
  const [all, byWord, { numberOfDocuments }] = await Promise.all([
    index.search('', { limit: 1000, attributesToRetrieve: ['_meilisearch_id'] }),
    index.search('et', { limit: 1000, filter: 'locale = fr', attributesToRetrieve: ['_meilisearch_id'] }),
    index.getStats(),
  ]);
  return {
    found: new Set(all.hits.map(({ _meilisearch_id }) => _meilisearch_id)),
    matching: byWord.hits.length,
    documents: numberOfDocuments,
  };
}

/** Searches over and over until the run is over, and once more. */
async function sampleDuring(runId: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  let isOver = false;
  const over = syncOf(app.strapi)
    .waitForRun(runId)
    .finally(() => {
      isOver = true;
    });
  while (!isOver) samples.push(await look());
  await over;
  return [...samples, await look()];
}

/** Makes every published offer differ from what is indexed, so that an update has the engine index all of them anew. */
async function rewriteEverything(word: string): Promise<void> {
  await tableOf(app.strapi, OFFER).update({ reference: word, title: `${word} offer` });
}

function expectNoneMissing(samples: readonly Sample[]): void {
  for (const { found } of samples) expect(living.filter((id) => !found.has(id))).toEqual([]);
}

beforeAll(async () => {
  app = await bootPlayground({ config: require.resolve('./configs/search-during-update') });
  api = createAdminApi(app);
  engine = createEngineClient(app.meilisearch);
  await api.untilCollection(OFFER, { state: 'in-sync' });
  await seed(app.strapi, { entries: 330 });
  expect((await api.updateFully(OFFER)).status).toBe('succeeded');
  living = await publishedOffers();
}, 120_000);

afterAll(() => app.stop());

it('never finds fewer living documents while all of them are updated', async () => {
  expect(living.length).toBeGreaterThan(250);
  await rewriteEverything('Second');
  const before = await look();
  expect(before.matching).toBeGreaterThan(100);

  const run = await api.update(OFFER);
  const samples = await sampleDuring(run.id);

  expect(samples.length).toBeGreaterThan(10);
  expectNoneMissing(samples);
  for (const { documents, matching } of samples) {
    expect(documents).toBe(living.length);
    expect(matching).toBe(before.matching);
  }
  expect((await api.run(run.id)).counts.pushed).toBe(living.length);
  const titles = new Set((await engine.documents('offers')).map(({ title }) => title));
  expect(titles).toEqual(new Set(['Second offer']));
}, 60_000);

it('may see orphans disappear, each for good, but never a living document', async () => {
  const orphans = Array.from({ length: 40 }, () => `offer-${newDocumentId()}-fr`);
  const stamped = { _strapi: { uid: OFFER, syncedAt: 1, version: 'old' }, locale: 'fr', title: 'Gone' };
  await engine.put(
    'offers',
    orphans.map((_meilisearch_id) => ({ _meilisearch_id, ...stamped })),
  );
  await rewriteEverything('Third');
  const before = await look();
  expect(before.documents).toBe(living.length + orphans.length);

  const run = await api.update(OFFER);
  const samples = await sampleDuring(run.id);

  expectNoneMissing(samples);
  const remaining = samples.map(({ found }) => orphans.filter((id) => found.has(id)));
  for (const [index, now] of remaining.slice(1).entries())
    expect(remaining[index]).toEqual(expect.arrayContaining(now));
  expect(remaining[0]).toHaveLength(orphans.length);
  expect(remaining.at(-1)).toEqual([]);
  expect((await api.run(run.id)).counts.purged).toBe(orphans.length);
  expect(samples.at(-1)!.documents).toBe(living.length);
}, 60_000);
