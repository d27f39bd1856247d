import { cleanUp, type CleanUps } from '../support/clean-ups';
import { addContentTypes } from '../support/content-types';
import { PASSING_FAULTS } from '../support/engine-faults';
import { type EngineProxy, type Pretence, startEngineProxy } from '../support/engine-proxy';
import { aHousing } from '../support/entries';
import { eventually } from '../support/eventually';
import { type KeptEngine, startKeptEngine } from '../support/kept-engine';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';
import { hosts } from './configs/engine-faults';

const HOUSING = 'api::housing.housing';

/** What is tried at the same time, each on a collection of its own with a writer of its own. */
const PRETENCES: readonly Pretence[] = ['canceled', 'forgotten', 'failed'];
const CHATTER = 'chatter';
const MODELS = [...PASSING_FAULTS.keys()].map((number) => `fault-${number}`).concat(PRETENCES, CHATTER);

/** A collection, and what stands between the plugin and the engine for it alone. */
interface Lane {
  uid: string;
  index: string;
  proxy: EngineProxy;
}

const cleanUps: CleanUps = [];
const lanes = new Map<string, Lane>();
let meilisearch: KeptEngine;
let proxy: EngineProxy;
let app: SyncedPlayground;

async function startProxy(): Promise<EngineProxy> {
  const started = await startEngineProxy(meilisearch);
  cleanUps.push(started.stop);
  return started;
}

beforeAll(async () => {
  meilisearch = await startKeptEngine();
  cleanUps.push(meilisearch.remove);
  proxy = await startProxy();
  for (const model of MODELS) {
    const lane = { uid: `api::lane.${model}`, index: model, proxy: await startProxy() };
    lanes.set(model, lane);
    hosts.set(lane.uid, lane.proxy.host);
  }
  const contentType = { options: { draftAndPublish: false }, attributes: { title: { type: 'string' } } };
  app = await bootSynced({
    config: require.resolve('./configs/engine-faults'),
    meilisearch: proxy,
    prepare: (strapi) =>
      addContentTypes(strapi, 'lane', Object.fromEntries(MODELS.map((model) => [model, contentType]))),
  });
  cleanUps.push(app.stop);
}, 120_000);

afterAll(() => cleanUp(cleanUps));

const byTitle = (documents: readonly Record<string, unknown>[]) =>
  documents.map(({ documentId, title }) => `${String(documentId)} ${String(title)}`).sort();
const saved = async (uid: string) => byTitle(await app.documents(uid).findMany());
const indexed = async (index: string) => byTitle(await app.engine.documents(index));
const pending = async (uid: string): Promise<number> =>
  (await app.strapi.db.connection('meilisearch_marks').where({ uid }).select('id')).length;

/** A change, a new entry and a deletion. */
async function saveSome(uid: string): Promise<void> {
  const entries = app.documents(uid);
  // Housing ads have to have more than a title.
  const anEntry = (title: string) => (uid === HOUSING ? aHousing({ title }) : { title });
  const [changed, deleted] = [
    await entries.create({ data: anEntry('To be changed') }),
    await entries.create({ data: anEntry('To be deleted') }),
  ];
  await entries.update({ documentId: changed.documentId, data: { title: 'Changed' } });
  await entries.delete({ documentId: deleted.documentId });
}

/** Waits until all that was saved is in the index, and nothing is left to do. */
async function expectCaughtUp({ uid, index }: Pick<Lane, 'uid' | 'index'>): Promise<void> {
  await eventually(async () => expect(await pending(uid)).toBe(0), { timeoutMs: 40_000 });
  expect(await indexed(index)).toEqual(await saved(uid));
}

it.concurrent('says once that the engine is away, and once that it is back, however often it tries', async () => {
  const lane = lanes.get(CHATTER)!;
  const lines: string[] = [];
  const { warn, info } = app.strapi.log;
  app.strapi.log.warn = app.strapi.log.info = ((message: string) => lines.push(message)) as unknown as typeof warn;
  const saying = (words: string) => lines.filter((line) => line.includes(lane.proxy.host) && line.includes(words));
  try {
    lane.proxy.inflict(({ incoming }) => incoming.socket.destroy());
    await saveSome(lane.uid);
    await eventually(() => expect(lane.proxy.struck).toBeGreaterThan(3));
    lane.proxy.inflict(null);
    await eventually(() => expect(saying('is back')).toHaveLength(1));
    await expectCaughtUp(lane);
    expect(saying('closed the connection')).toHaveLength(1);
  } finally {
    app.strapi.log.warn = warn;
    app.strapi.log.info = info;
  }
});

it.concurrent.each(PASSING_FAULTS.map((fault, number) => ({ ...fault, model: `fault-${number}` })))(
  'while the engine $name, saves are kept and nothing is blamed on a document; all is caught up with afterwards',
  async ({ model, fault }) => {
    const lane = lanes.get(model)!;
    await saveSome(lane.uid);
    await expectCaughtUp(lane);
    lane.proxy.inflict(fault);
    await saveSome(lane.uid);
    // Met twice, so that the plugin has waited and tried again.
    await eventually(() => expect(lane.proxy.struck).toBeGreaterThan(2));
    expect((await app.sync.status()).outbox).toMatchObject({ failing: 0 });
    expect(await pending(lane.uid)).toBeGreaterThan(0);

    lane.proxy.inflict(null);
    await expectCaughtUp(lane);
  },
);

it.concurrent.each(PRETENCES)('pushes again what was %s on its way', async (pretence) => {
  const lane = lanes.get(pretence)!;
  lane.proxy.pretend(pretence);
  await saveSome(lane.uid);
  // Met twice, so that the plugin has believed it and tried again.
  await eventually(() => expect(lane.proxy.deceived).toBeGreaterThan(1));
  expect(await pending(lane.uid)).toBeGreaterThan(0);
  lane.proxy.tellTruth();
  await expectCaughtUp(lane);
});

it('waits while its key is revoked, and goes on when it is restored', async () => {
  // As a revoked key is met: the engine is there, and refuses it.
  proxy.inflict(({ incoming, forward }) => {
    incoming.headers.authorization = 'Bearer revoked';
    forward();
  });
  await saveSome(HOUSING);
  await eventually(async () =>
    expect((await app.sync.status()).engine).toMatchObject({ error: expect.stringContaining('API key') }),
  );
  expect((await app.sync.status()).outbox).toMatchObject({ failing: 0 });

  proxy.inflict(null);
  await expectCaughtUp({ uid: HOUSING, index: 'housings' });
});

it('fills an engine that came back empty: saves at once, all else with the next update', async () => {
  await saveSome(HOUSING);
  await app.sync.settle();
  await meilisearch.empty();
  await saveSome(HOUSING);
  await app.sync.settle({ timeoutMs: 40_000 });
  expect(await indexed('housings')).toHaveLength(1);

  const { status } = await app.sync.waitForRun((await app.sync.update(HOUSING)).id);
  expect(status).toBe('succeeded');
  expect(await indexed('housings')).toEqual(await saved(HOUSING));
});
