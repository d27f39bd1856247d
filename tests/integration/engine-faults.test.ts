import { PASSING_FAULTS } from '../support/engine-faults';
import { type EngineProxy, startEngineProxy } from '../support/engine-proxy';
import { aHousing } from '../support/entries';
import { eventually } from '../support/eventually';
import { type KeptEngine, startKeptEngine } from '../support/kept-engine';
import { bootSynced, type Documents, type SyncedPlayground } from '../support/synced-playground';

const HOUSING = 'api::housing.housing';

const cleanUps: (() => Promise<void>)[] = [];
let meilisearch: KeptEngine;
let proxy: EngineProxy;
let app: SyncedPlayground;
let housings: Documents;

beforeAll(async () => {
  meilisearch = await startKeptEngine();
  cleanUps.push(meilisearch.remove);
  proxy = await startEngineProxy(meilisearch);
  cleanUps.push(proxy.stop);
  app = await bootSynced({ config: require.resolve('./configs/engine-away'), meilisearch: proxy });
  cleanUps.push(app.stop);
  housings = app.documents(HOUSING);
}, 120_000);

afterAll(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
});

afterEach(async () => {
  proxy.inflict(null);
  proxy.tellTruth();
  await app.sync.settle({ timeoutMs: 40_000 });
  expect(await indexed()).toEqual(await saved());
});

const byTitle = (documents: readonly Record<string, unknown>[]) =>
  documents.map(({ documentId, title }) => `${String(documentId)} ${String(title)}`).sort();
const saved = async () => byTitle(await housings.findMany());
const indexed = async () => byTitle(await app.engine.documents('housings'));

/** A change, a new ad and a deletion. */
async function saveSome(): Promise<void> {
  const [changed, deleted] = [
    await housings.create({ data: aHousing({ title: 'To be changed' }) }),
    await housings.create({ data: aHousing({ title: 'To be deleted' }) }),
  ];
  await housings.update({ documentId: changed.documentId, data: { title: 'Changed' } });
  await housings.delete({ documentId: deleted.documentId });
}

describe.each(PASSING_FAULTS)('while the engine $name', ({ fault }) => {
  it('saves are kept, nothing is blamed on a document, and all is caught up with afterwards', async () => {
    await saveSome();
    await app.sync.settle();
    proxy.inflict(fault);
    await saveSome();
    // Met twice, so that the plugin has waited and tried again.
    await eventually(() => expect(proxy.struck).toBeGreaterThan(2));
    const { outbox } = await app.sync.status();
    expect(outbox).toMatchObject({ pending: expect.any(Number), failing: 0 });
    expect(outbox.pending).toBeGreaterThan(0);
  });
});

it('says once that the engine is away, and once that it is back, however often it tries', async () => {
  const lines: string[] = [];
  const { warn, info } = app.strapi.log;
  app.strapi.log.warn = app.strapi.log.info = ((message: string) => lines.push(message)) as unknown as typeof warn;
  try {
    proxy.inflict(({ incoming }) => incoming.socket.destroy());
    await saveSome();
    await eventually(() => expect(proxy.struck).toBeGreaterThan(4));
    proxy.inflict(null);
    await app.sync.settle({ timeoutMs: 40_000 });
    await eventually(() => expect(lines.filter((line) => line.includes('is back'))).toHaveLength(1));
    expect(lines.filter((line) => line.includes('closed the connection'))).toHaveLength(1);
  } finally {
    app.strapi.log.warn = warn;
    app.strapi.log.info = info;
  }
});

it.each(['canceled', 'forgotten', 'failed'] as const)('pushes again what was %s on its way', async (pretence) => {
  proxy.pretend(pretence);
  await saveSome();
  const { outbox } = await app.sync.status();
  expect(outbox.pending).toBeGreaterThan(0);
});

it('waits while its key is revoked, and goes on when it is restored', async () => {
  // As a revoked key is met: the engine is there, and refuses it.
  proxy.inflict(({ incoming, forward }) => {
    incoming.headers.authorization = 'Bearer revoked';
    forward();
  });
  await saveSome();
  await eventually(async () =>
    expect((await app.sync.status()).engine).toMatchObject({ error: expect.stringContaining('API key') }),
  );
  expect((await app.sync.status()).outbox).toMatchObject({ failing: 0 });
});

it('fills an engine that came back empty: saves at once, all else with the next update', async () => {
  await saveSome();
  await app.sync.settle();
  await meilisearch.empty();
  await saveSome();
  await app.sync.settle({ timeoutMs: 40_000 });
  expect(await indexed()).toHaveLength(1);

  const { status } = await app.sync.waitForRun((await app.sync.update(HOUSING)).id);
  expect(status).toBe('succeeded');
});
