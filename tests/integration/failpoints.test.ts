import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Failpoint } from '../../server/src/failpoints/failpoint';
import { FAILPOINTS } from '../../server/src/failpoints/failpoint';
import { type AdminApi, createAdminApi } from '../support/admin-api';
import { aHousing } from '../support/entries';
import { eventually } from '../support/eventually';
import { type KeptEngine, startKeptEngine } from '../support/kept-engine';
import { type PlaygroundChild, startPlaygroundChild } from '../support/playground-child';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { createWitness, type Witness } from '../support/witness';
import { reading } from './configs/resume';

const HOUSING = 'api::housing.housing';
const HOUSINGS = `/content-manager/collection-types/${HOUSING}`;
/** Pages of two: so many that an update records its cursor on the way. */
const ADS = 40;
const config = require.resolve('./configs/resume');

/** Whose work comes by a point. */
const PLACES: Record<Failpoint, { save: boolean; update: boolean }> = {
  'after-commit-before-push': { save: true, update: false },
  'after-push-before-await': { save: true, update: true },
  'after-await-before-acknowledge': { save: true, update: true },
  'holding-the-lease': { save: true, update: true },
  'in-the-middle-of-an-update': { save: false, update: true },
  'before-the-purge': { save: false, update: true },
  'after-the-purge': { save: false, update: true },
};
const onTheWayOf = (work: 'save' | 'update') => FAILPOINTS.filter((point) => PLACES[point][work]);

const cleanUps: (() => Promise<void>)[] = [];
let database: TestDatabase;
let meilisearch: KeptEngine;
let witness: Witness;

/** A database with ads, and an engine. */
async function prepare(): Promise<void> {
  database = await createTestDatabase();
  cleanUps.push(database.drop);
  meilisearch = await startKeptEngine();
  cleanUps.push(meilisearch.remove);
  witness = createWitness(database, meilisearch);
  cleanUps.push(witness.close);
  await witness.insertAds(ADS);
}

async function cleanUp(): Promise<void> {
  for (const undo of cleanUps.splice(0).reverse()) await undo();
}

/** Creates, edits and deletes an ad at once, as editors do; none of it need be answered. */
async function saveAll(of: { http: SyncedPlayground['http']; admin: { token: string } }): Promise<void> {
  const documentIds = await witness.ads();
  const [edited, deleted] = [documentIds[0], documentIds.at(-1)];
  const as = { type: 'bearer' } as const;
  await Promise.allSettled([
    of.http
      .post(HOUSINGS)
      .auth(of.admin.token, as)
      .send(aHousing({ title: 'New' })),
    of.http
      .put(`${HOUSINGS}/${edited}`)
      .auth(of.admin.token, as)
      .send({ description: `Renovated in ${documentIds.length} days.` }),
    of.http.delete(`${HOUSINGS}/${deleted}`).auth(of.admin.token, as),
  ]);
}

describe('an error at a failpoint', () => {
  let app: SyncedPlayground;
  let api: AdminApi;

  beforeAll(async () => {
    await prepare();
    app = await bootSynced({ config, meilisearch, database });
    cleanUps.push(app.stop);
    // What is thrown here is meant to be.
    app.strapi.log.silent = true;
    api = createAdminApi(app);
  }, 120_000);

  afterAll(cleanUp);
  afterEach(() => reading.gate.open());

  const breakAt = (point: Failpoint) => {
    process.env.MEILISEARCH_SYNC_FAILPOINT = `${point}:throw`;
  };

  const untilReached = () => eventually(() => expect(process.env.MEILISEARCH_SYNC_FAILPOINT).toBeUndefined());

  /** Presses Update; where it has read some pages it waits until the engine is done with them. */
  const update = async () => {
    reading.waitsAt = new Set(['Ad 9']);
    reading.gate.shut();
    const { id } = await api.update(HOUSING);
    await eventually(async () => {
      if ((await api.run(id)).finishedAt !== null) return;
      expect(reading.gate.waiting).toBe(1);
      const { results } = await witness.engine.client.tasks.getTasks({ statuses: ['enqueued', 'processing'] });
      expect(results).toEqual([]);
    });
    reading.gate.open();
    return api.finished({ id });
  };

  it.each(onTheWayOf('save'))('%s loses no save, without a hand on it', async (point) => {
    breakAt(point);
    await saveAll(app);
    await untilReached();
    await witness.untilEqual();
    await api.untilCollection(HOUSING, { state: 'in-sync' });
  });

  it.each(onTheWayOf('update'))('%s does not keep an update from its end', async (point) => {
    await witness.causeDrift();
    breakAt(point);
    expect(await update()).toMatchObject({ status: 'succeeded', error: null });
    await untilReached();
    await witness.untilEqual();
    await api.untilCollection(HOUSING, { state: 'in-sync' });
  });

  it.each(['after-push-before-await', 'before-the-purge'] as const)(
    '%s each time anew ends an update as failed, with the reason, and the next one mends it all',
    async (point) => {
      await witness.causeDrift();
      const { id } = await api.update(HOUSING);
      const failed = await eventually(async () => {
        breakAt(point);
        const now = await api.run(id);
        expect(now.finishedAt).not.toBeNull();
        return now;
      });
      delete process.env.MEILISEARCH_SYNC_FAILPOINT;
      expect(failed).toMatchObject({ status: 'failed', error: `the failpoint ${point} was reached` });

      expect(await update()).toMatchObject({ status: 'succeeded', error: null, counts: { purged: 1 } });
      await witness.untilEqual();
    },
  );
});

describe('a process that dies at a failpoint', () => {
  let directory: string;
  let child: PlaygroundChild;

  const start = async () => {
    child = await startPlaygroundChild({ config, database, meilisearch, directory });
  };

  beforeAll(async () => {
    await prepare();
    directory = await mkdtemp(join(tmpdir(), 'playground-children-'));
    cleanUps.push(() => rm(directory, { recursive: true, force: true }));
    await start();
    cleanUps.push(() => child.stop());
    await witness.untilEqual({ timeoutMs: 60_000 });
    await child.api.untilCollection(HOUSING, { state: 'in-sync' });
  }, 180_000);

  afterAll(cleanUp);

  /** Every difference between database and index is on record: the next process has to find it. */
  const expectNothingLost = async () => {
    const differing = await witness.differing();
    expect(await witness.marked()).toEqual(expect.arrayContaining(differing));
  };

  const untilDead = async () => expect(await child.exited).toEqual({ code: null, signal: 'SIGKILL' });

  /** Its answer is lost where the process dies first. */
  const lastOrder = async (...orders: Parameters<PlaygroundChild['order']>) => {
    await Promise.allSettled([child.order(...orders)]);
    await untilDead();
  };

  it.each(onTheWayOf('save').filter((point) => point !== 'holding-the-lease'))(
    '%s keeps the marks of all saves for the next one',
    async (point) => {
      await child.order({ breakAt: `${point}:kill` });
      await saveAll(child);
      await untilDead();
      await expectNothingLost();
      expect(await witness.marked()).not.toEqual([]);

      await witness.endLease();
      await start();
      await witness.untilEqual({ timeoutMs: 60_000 });
    },
    120_000,
  );

  it('holding-the-lease keeps the next one waiting no longer than the lease lasts', async () => {
    const { fence } = await witness.lease();
    await Promise.all([lastOrder({ breakAt: 'holding-the-lease:kill' }), saveAll(child)]);
    await expectNothingLost();
    expect(await witness.lease()).toMatchObject({ owner: expect.any(String), fence });

    await start();
    await witness.untilEqual({ timeoutMs: 60_000 });
    expect((await witness.lease()).fence).toBe(fence + 1);
  }, 120_000);

  /** The next process ends the run that the last one has begun. */
  const expectResumed = async () => {
    const died = await witness.lastRun();
    expect(died).toMatchObject({ status: 'running', error: null });
    await start();
    const run = await child.api.finished(died);
    const total = (await witness.ads()).length;
    expect(run).toMatchObject({
      status: 'succeeded',
      error: null,
      startedAt: new Date(Number(died.startedAt)).toISOString(),
      stamp: died.stamp,
      counts: { total, read: total, pushed: total, failed: 0 },
    });
    await witness.untilEqual();
    return run;
  };

  it('in-the-middle-of-an-update has the next one go on where the engine had got to', async () => {
    await witness.causeDrift();
    // One ad of every page.
    await child.order({ gate: 'shut', waitAt: Array.from({ length: ADS / 2 }, (_, page) => `Ad ${2 * page + 1}`) });
    await child.api.update(HOUSING);
    await child.untilWaiting();
    while ((await witness.lastRun()).cursor === 0) {
      await child.order({ gate: 'step' });
      await child.untilWaiting();
    }
    await lastOrder({ breakAt: 'in-the-middle-of-an-update:kill', gate: 'open' });
    const pushedFirst = (await witness.engine.documents('housings')).filter(({ title }) => title === 'Ad 1');

    const run = await expectResumed();
    expect(run.counts.purged).toBe(1);
    // It was not pushed again.
    const now = await witness.engine.documents('housings');
    expect(now).toEqual(expect.arrayContaining(pushedFirst));
  }, 120_000);

  it('before-the-purge has the next one purge', async () => {
    await witness.causeDrift();
    await child.order({ breakAt: 'before-the-purge:kill' });
    await child.api.update(HOUSING);
    await untilDead();
    expect(await witness.differing()).toHaveLength(1);

    await witness.endLease();
    expect((await expectResumed()).counts.purged).toBe(1);
  }, 120_000);

  it('after-the-purge has the next one end the update', async () => {
    await witness.causeDrift();
    await child.order({ breakAt: 'after-the-purge:kill' });
    await child.api.update(HOUSING);
    await untilDead();
    expect(await witness.differing()).toEqual([]);

    await witness.endLease();
    await expectResumed();
  }, 120_000);

  it('is not how SIGTERM ends one: it gives the lease back', async () => {
    expect((await witness.lease()).owner).not.toBeNull();
    await child.stop();
    expect(await child.exited).toEqual({ code: 0, signal: null });
    expect((await witness.lease()).owner).toBeNull();
  }, 60_000);
});
