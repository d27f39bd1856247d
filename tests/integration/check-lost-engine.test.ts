import type { Run } from '../../server/src/contract';
import { type AdminApi, createAdminApi } from '../support/admin-api';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { aHousing } from '../support/entries';
import { type KeptEngine, startKeptEngine } from '../support/kept-engine';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

const HOUSING = 'api::housing.housing';

const cleanUps: CleanUps = [];
let meilisearch: KeptEngine;
let app: SyncedPlayground;
let api: AdminApi;

beforeAll(async () => {
  meilisearch = await startKeptEngine();
  cleanUps.push(meilisearch.remove);
  app = await bootSynced({ config: require.resolve('./configs/check-limit'), meilisearch });
  cleanUps.push(app.stop);
  api = createAdminApi(app);
}, 120_000);

afterAll(() => cleanUp(cleanUps));

const searchId = (documentId: string) => `housing-${documentId}`;

const create = async (title: string): Promise<string> =>
  (await app.documents(HOUSING).create({ data: aHousing({ title }) })).documentId;

const listed = async (run: Run): Promise<string[]> =>
  (await api.items(run)).map(({ id, verdict }) => `${verdict} ${id}`).sort();

/** Presses Repair, and sees that both sides are equal then. */
async function repair(check: Run): Promise<Run> {
  const run = await api.finished(await api.repair(check));
  expect(run.status).toBe('succeeded');
  const again = await api.checkFully(HOUSING, { depth: 'deep' });
  expect(again.counts).toMatchObject({ missing: 0, stale: 0, orphaned: 0 });
  await api.untilCollection(HOUSING, { state: 'in-sync' });
  return run;
}

describe('an engine that was restored from an older backup', () => {
  it('lacks what was created since, shows what was edited since, and has what was deleted since: all is found', async () => {
    const [edited, deleted] = [await create('Edited'), await create('Deleted')];
    await app.sync.settle();
    await meilisearch.backUp();
    const created = await create('Created');
    await app.documents(HOUSING).update({ documentId: edited, data: { title: 'Edited since' } });
    await app.documents(HOUSING).delete({ documentId: deleted });
    await app.sync.settle();
    await meilisearch.restore();

    const check = await api.checkFully(HOUSING, { repair: true });
    expect(await listed(check)).toEqual([
      `missing ${searchId(created)}`,
      `orphaned ${searchId(deleted)}`,
      `stale ${searchId(edited)}`,
    ]);

    // Three are more than the two that are repaired of themselves.
    expect(check).toMatchObject({ status: 'succeeded', error: expect.stringContaining('check.abortAbove') });
    const { body } = await api.get('/runs?kind=repair').expect(200);
    expect(body.data).toEqual([]);
    await api.untilCollection(HOUSING, { state: 'drifted' });

    expect((await repair(check)).counts).toMatchObject({ pushed: 2, purged: 1 });
    const { body: status } = await api.get('/status').expect(200);
    expect(status.data.drift).toEqual({ found: 3, days: 30 });
  }, 60_000);
});

describe('an engine that comes back without any data', () => {
  it('is filled again by a repair, with the settings of its index', async () => {
    const before = await app.engine.ids('housings');
    await meilisearch.empty();
    const check = await api.checkFully(HOUSING);
    expect(await listed(check)).toEqual(before.map((id) => `missing ${id}`));
    await repair(check);
    expect(await app.engine.ids('housings')).toEqual(before);
  }, 60_000);
});
