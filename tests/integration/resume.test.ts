/** @database-sensitive */

import { setTimeout } from 'node:timers/promises';

import type { Run } from '../../server/src/contract';
import { gatheringAfter } from '../../server/src/writer/gathering';
import { createAdminApi } from '../support/admin-api';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { type EngineProxy, startEngineProxy } from '../support/engine-proxy';
import { aHousing } from '../support/entries';
import { eventually } from '../support/eventually';
import { type KeptEngine, startKeptEngine } from '../support/kept-engine';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { reading } from './configs/resume';

const HOUSING = 'api::housing.housing';
const ADS = 13;

const cleanUps: CleanUps = [];
let database: TestDatabase;
let meilisearch: KeptEngine;
let proxy: EngineProxy;
let app: SyncedPlayground;

beforeAll(async () => {
  database = await createTestDatabase();
  cleanUps.push(database.drop);
  meilisearch = await startKeptEngine();
  cleanUps.push(meilisearch.remove);
  proxy = await startEngineProxy(meilisearch);
  cleanUps.push(proxy.stop);
  await boot();
  cleanUps.push(() => app.stop());
  for (let number = 1; number <= ADS; number += 1) {
    await app.documents(HOUSING).create({ data: aHousing({ title: `Ad ${number}` }) });
  }
  await app.sync.settle();
}, 120_000);

afterAll(() => cleanUp(cleanUps));

/** Nothing of one test is left for the next, not even when it failed. */
afterEach(async () => {
  reading.gate.open();
  proxy.tellTruth();
  await app.sync.settle();
});

/** Starts the site, on the same database and engine as before. */
async function boot(): Promise<void> {
  app = await bootSynced({ config: require.resolve('./configs/resume'), meilisearch: proxy, database });
}

const run = (id: number): Promise<Run> => createAdminApi(app).run(id);

const documents = () => app.engine.documents('housings');

/** Starts an update that waits before it has read these ads, and resolves once it does. */
async function updateUntil(...titles: string[]): Promise<Run> {
  reading.waitsAt = new Set(titles);
  reading.gate.shut();
  const started = await app.sync.update(HOUSING);
  await eventually(() => expect(reading.gate.waiting).toBe(1));
  return run(started.id);
}

/** Lets an update go on to the next ad that it waits at. */
async function goOn(): Promise<void> {
  reading.gate.open();
  reading.gate.shut();
  await eventually(() => expect(reading.gate.waiting).toBe(1));
}

/** What every run that was interrupted has to come to. */
function expectComplete(resumed: Run): void {
  expect(resumed).toMatchObject({
    status: 'succeeded',
    counts: { total: ADS, read: ADS, pushed: ADS, failed: 0, purged: 0 },
    error: null,
  });
}

it('shows a save to visitors while a long update is still on', async () => {
  const started = await updateUntil('Ad 3', 'Ad 11');
  const last = (await app.documents(HOUSING).findMany({ filters: { title: 'Ad 13' } }))[0]!;
  await app
    .documents(HOUSING)
    .update({ documentId: last.documentId, data: { description: 'With a view of Mont Ventoux.' } });
  // The writer knows of it only then, and has one turn until the update waits again.
  await setTimeout(gatheringAfter(1) + 1);
  await goOn();

  // The update has not come to this ad yet.
  await eventually(async () => {
    const hits = await app.search('housings', 'Ventoux');
    expect(hits.map(({ _meilisearch_id }) => _meilisearch_id)).toEqual([`housing-${last.documentId}`]);
  });
  expect(await run(started.id)).toMatchObject({ status: 'running', phase: 'reading' });

  reading.gate.open();
  expectComplete(await app.sync.waitForRun(started.id));
});

it('shows a document as it was last saved when that happens while an earlier save is being read', async () => {
  reading.waitsAt = new Set(['First thought']);
  reading.gate.shut();
  const { documentId } = await app.documents(HOUSING).create({ data: aHousing({ title: 'First thought' }) });
  await eventually(() => expect(reading.gate.waiting).toBe(1));
  await app.documents(HOUSING).update({ documentId, data: { title: 'Second thought' } });
  reading.gate.open();

  expect(await app.titles('housings', documentId)).toEqual({ [`housing-${documentId}`]: 'Second thought' });
  await app.documents(HOUSING).delete({ documentId });
});

it('keeps a save in the outbox until the engine has done what it asks for', async () => {
  proxy.pretend('enqueued');
  const { documentId } = await app.documents(HOUSING).create({ data: aHousing({ title: 'Slow ad' }) });
  await eventually(async () => expect(await app.engine.ids('housings')).toContain(`housing-${documentId}`));
  expect((await app.sync.status()).outbox.pending).toBe(1);

  await app.documents(HOUSING).delete({ documentId });
});

it.each(['canceled', 'forgotten'] as const)('pushes a save again whose task was %s', async (pretence) => {
  proxy.pretend(pretence);
  const { documentId } = await app.documents(HOUSING).create({ data: aHousing({ title: 'Lost ad' }) });
  const id = `housing-${documentId}`;
  await eventually(async () => expect(await app.engine.ids('housings')).toContain(id));
  await app.engine.remove('housings', [id]);
  await eventually(() => expect(proxy.deceived).toBeGreaterThan(0));

  proxy.tellTruth();
  expect(await app.titles('housings', documentId)).toEqual({ [id]: 'Lost ad' });
  expect((await app.sync.status()).outbox).toEqual({ pending: 0, failing: 0, oldestAt: null });
  await app.documents(HOUSING).delete({ documentId });
});

it('pushes after a restart what was saved while the engine was away', async () => {
  const newest = Math.max(...(await documents()).map(({ _strapi }) => _strapi!.syncedAt));
  await meilisearch.stop();
  const { documentId } = await app.documents(HOUSING).create({ data: aHousing({ title: 'Late ad' }) });
  const [first] = await app.documents(HOUSING).findMany({ filters: { title: 'Ad 1' } });
  await app.documents(HOUSING).delete({ documentId: first!.documentId });
  await app.stop();
  await meilisearch.start();
  await boot();

  expect(await app.titles('housings', documentId)).toEqual({ [`housing-${documentId}`]: 'Late ad' });
  expect(await app.titles('housings', first!.documentId)).toEqual({});
  const [late] = Object.values(await app.indexed('housings', documentId));
  expect(late!._strapi!.syncedAt).toBeGreaterThanOrEqual(newest);
});

it('ends an update that a restart interrupted while it was reading', async () => {
  const started = await updateUntil('Ad 5');
  proxy.pretend('enqueued');
  const stopped = app.stop();
  reading.gate.open();
  await stopped;
  proxy.tellTruth();
  await boot();

  const resumed = await app.sync.waitForRun(started.id);
  expectComplete(resumed);
  expect((await documents()).filter(({ _strapi }) => _strapi!.syncedAt < resumed.stamp!)).toEqual([]);
});

it('reads the last pages of an update again that the engine had not finished when a restart interrupted it', async () => {
  // A process that does not know yet how fast the engine is enqueues all pages ahead.
  await app.stop();
  await boot();
  proxy.pretend('enqueued');
  const started = await app.sync.update(HOUSING);
  await eventually(async () => expect((await run(started.id)).phase).toBe('settling'));
  await app.stop();
  // As if these pages had come to nothing.
  await app.engine.client.index('housings').deleteAllDocuments().waitTask();
  proxy.tellTruth();
  await boot();

  const resumed = await app.sync.waitForRun(started.id);
  expect(await documents()).toHaveLength(ADS);
  expectComplete(resumed);
});
