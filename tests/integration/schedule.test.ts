/** @database-sensitive */

import { createCollectionRecords } from '../../server/src/collections/collection-records';
import type { Run } from '../../server/src/contract';
import { TABLES } from '../../server/src/database/models';
import { pruneRuns } from '../../server/src/runs/prune';
import { createTicks } from '../../server/src/schedule/ticks';
import { type AdminApi, createAdminApi } from '../support/admin-api';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { aHousing } from '../support/entries';
import { eventually } from '../support/eventually';
import { type KeptEngine, startKeptEngine } from '../support/kept-engine';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

const CITY = 'api::city.city';
const HOUSING = 'api::housing.housing';
/** A minute (counted since the epoch) that no cron is at. */
const SOME_DAY = 60_000_000;

const cleanUps: CleanUps = [];
let meilisearch: KeptEngine;
let app: SyncedPlayground;
let api: AdminApi;

beforeAll(async () => {
  meilisearch = await startKeptEngine();
  cleanUps.push(meilisearch.remove);
  app = await bootSynced({ config: require.resolve('./configs/schedule'), meilisearch });
  cleanUps.push(app.stop);
  api = createAdminApi(app);
}, 120_000);

afterAll(() => cleanUp(cleanUps));

const table = (uid: string) => app.strapi.db.query(uid);

/** The checks that the schedule has begun, the oldest first. */
async function scheduledChecks(): Promise<Run[]> {
  const { body } = await api.get('/runs?kind=check&pageSize=100').expect(200);
  const checks: Run[] = body.data;
  return checks.filter(({ trigger }) => trigger.by === 'schedule').reverse();
}

const tick = (slot: number) => table(TABLES.ticks).updateMany({ where: { job: 'check' }, data: { slot } });

/** As if the minute had passed for which the checks were made. */
const passMinute = () => tick(0);

/** Waits until every check is over, and sees to it that no other begins until a minute is passed. */
async function holdStill(): Promise<void> {
  await tick(Math.floor(Date.now() / 60_000) + 60);
  await eventually(async () => {
    const ended = (await scheduledChecks()).map(({ finishedAt }) => finishedAt !== null);
    expect(ended).not.toContain(false);
  });
}

it('checks every synced collection by itself, as configured', async () => {
  const checks = await eventually(async () => {
    const found = await scheduledChecks();
    expect(found.map(({ uid }) => uid)).toEqual(expect.arrayContaining([CITY, HOUSING]));
    return found;
  });
  for (const check of checks) expect(check).toMatchObject({ depth: 'quick', trigger: { by: 'schedule', user: null } });
  for (const check of checks) expect((await api.finished(check)).status).toBe('succeeded');
});

it('checks what was checked last as the last one', async () => {
  await holdStill();
  const before = await scheduledChecks();
  const last = before.at(-1)!;
  await table(TABLES.runs).updateMany({ where: { id: last.id }, data: { finishedAt: Date.now() + 60_000 } });
  await passMinute();
  const [first, second] = await eventually(async () => {
    const later = (await scheduledChecks()).slice(before.length);
    expect(later.length).toBeGreaterThanOrEqual(2);
    return later;
  });
  expect(second!.uid).toBe(last.uid);
  expect(first!.uid).not.toBe(last.uid);
});

it('does a job on one instance where many want to, each time', async () => {
  for (const slot of [SOME_DAY, SOME_DAY + 1]) {
    const contenders = Array.from({ length: 12 }, () => createTicks(app.strapi).claim('a job', slot));
    expect((await Promise.all(contenders)).filter(Boolean)).toHaveLength(1);
  }
});

describe('while the engine is away', () => {
  beforeAll(async () => {
    await holdStill();
    await meilisearch.stop();
    await app.documents(HOUSING).create({ data: aHousing({ title: 'Attic' }) });
    await passMinute();
  });

  it('a check is not made, and the ledger says why', async () => {
    await eventually(async () => {
      const notes = (await scheduledChecks()).filter(({ status }) => status === 'canceled');
      expect(notes.map(({ uid }) => uid)).toEqual(expect.arrayContaining([CITY, HOUSING]));
      for (const note of notes) {
        expect(note).toMatchObject({ startedAt: null, error: expect.stringMatching(/^This check was not made: /) });
        expect(note.error).toContain(meilisearch.host);
      }
    });
  });

  it('is over with its return: the next round checks again', async () => {
    await meilisearch.start();
    const before = (await scheduledChecks()).length;
    await passMinute();
    await eventually(async () => {
      const later = (await scheduledChecks()).slice(before);
      expect(later.map(({ uid, status, error }) => ({ uid, status, error }))).toEqual(
        expect.arrayContaining([CITY, HOUSING].map((uid) => ({ uid, status: 'succeeded', error: null }))),
      );
    });
  });
});

it('is to forget what is old, in the hours between', () => {
  const job = app.strapi.cron.jobs.find(({ name }) => name === 'meilisearch pruning');
  expect(job?.options).toEqual({ rule: '17 * * * *' });
});

it('forgets runs that are old, with what they found, and keeps those that a collection is shown with', async () => {
  const row = { kind: 'check', uid: CITY, status: 'succeeded', triggeredBy: 'schedule', finishedAt: 1000 };
  const { id } = await table(TABLES.runs).create({ data: row });
  const found = { runId: id, index: 'cities', searchId: 'city-1', verdict: 'stale' };
  await table(TABLES.items).createMany({ data: Array.from({ length: 700 }, () => ({ ...found })) as object[] });
  const before = (await scheduledChecks()).filter((run) => run.id !== id);
  const lastChecks = before.filter(({ finishedAt }) => finishedAt !== null).slice(-1);
  await table(TABLES.runs).updateMany({
    where: { id: { $in: lastChecks.map((run) => run.id) } },
    data: { finishedAt: 1000 },
  });

  expect(await pruneRuns(app.strapi, createCollectionRecords(app.strapi), 2000, () => false)).toBe(1);
  expect(await table(TABLES.items).count({ where: { runId: id } })).toBe(0);
  expect((await scheduledChecks()).map((run) => run.id)).toEqual(expect.arrayContaining(before.map((run) => run.id)));
});

it('leaves the cron when it stops', async () => {
  const { cron } = app.strapi;
  await app.stop();
  cleanUps.pop();
  expect(cron.jobs.filter(({ name }) => name?.startsWith('meilisearch'))).toEqual([]);
});
