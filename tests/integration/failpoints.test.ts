import type { Run } from '../../server/src/contract';
import type { Failpoint } from '../../server/src/failpoints/failpoint';
import { FAILPOINTS } from '../../server/src/failpoints/failpoint';
import { type AdminApi, createAdminApi } from '../support/admin-api';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { eventually } from '../support/eventually';
import { type LastingParts, prepareLastingParts } from '../support/lasting-parts';
import { type MortalSite, startMortalSite } from '../support/mortal-site';
import type { PlaygroundChild } from '../support/playground-child';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';
import type { Witness } from '../support/witness';
import { reading } from './configs/resume';

const HOUSING = 'api::housing.housing';
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

const cleanUps: CleanUps = [];
let parts: LastingParts;
let witness: Witness;

/** What every Strapi here runs on. */
async function prepare(): Promise<void> {
  parts = await prepareLastingParts(ADS);
  cleanUps.push(parts.remove);
  ({ witness } = parts);
}

/** What was pushed so far is in the index. */
async function expectIdleEngine(): Promise<void> {
  const { results } = await witness.engine.client.tasks.getTasks({ statuses: ['enqueued', 'processing'] });
  expect(results).toEqual([]);
}

describe('an error at a failpoint', () => {
  let app: SyncedPlayground;
  let api: AdminApi;

  beforeAll(async () => {
    await prepare();
    app = await bootSynced({ config, ...parts });
    cleanUps.push(app.stop);
    // What is thrown here is meant to be.
    app.strapi.log.silent = true;
    api = createAdminApi(app);
  }, 120_000);

  afterAll(() => cleanUp(cleanUps));
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
      await expectIdleEngine();
    });
    reading.gate.open();
    return api.finished({ id });
  };

  it.each(onTheWayOf('save'))('%s loses no save, without a hand on it', async (point) => {
    breakAt(point);
    await parts.saveAll(app);
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
  let site: MortalSite;

  beforeAll(async () => {
    await prepare();
    site = await startMortalSite(parts, config);
    cleanUps.push(site.remove);
  }, 180_000);

  afterAll(() => cleanUp(cleanUps));

  const untilDead = async () => expect(await site.strapi.exited).toEqual({ code: null, signal: 'SIGKILL' });

  /** Its answer is lost where the process dies first. */
  const lastOrder = async (...orders: Parameters<PlaygroundChild['order']>) => {
    await Promise.allSettled([site.strapi.order(...orders)]);
    await untilDead();
  };

  it.each(onTheWayOf('save').filter((point) => point !== 'holding-the-lease'))(
    '%s keeps the marks of all saves for the next one',
    async (point) => {
      await site.strapi.order({ breakAt: `${point}:kill` });
      await parts.saveAll(site.strapi);
      await untilDead();
      await site.expectNothingLost();
      expect(await witness.marked()).not.toEqual([]);

      await witness.endLease();
      await site.start();
      await site.untilEqual();
    },
    120_000,
  );

  it('holding-the-lease keeps the next one waiting no longer than the lease lasts', async () => {
    const { fence } = await witness.lease();
    await Promise.all([lastOrder({ breakAt: 'holding-the-lease:kill' }), parts.saveAll(site.strapi)]);
    await site.expectNothingLost();
    expect(await witness.lease()).toMatchObject({ owner: expect.any(String), fence });

    await site.start();
    await site.untilEqual();
    expect((await witness.lease()).fence).toBe(fence + 1);
  }, 120_000);

  /** The next process ends the run that the last one has begun, and counts every ad once. */
  const expectResumed = async (): Promise<Run> => {
    const run = await site.expectResumed();
    const total = (await witness.ads()).length;
    expect(run.counts).toMatchObject({ total, read: total });
    return run;
  };

  it('in-the-middle-of-an-update has the next one go on where the engine had got to', async () => {
    await witness.causeDrift();
    // One ad of every page.
    await site.strapi.order({
      gate: 'shut',
      waitAt: Array.from({ length: ADS / 2 }, (_, page) => `Ad ${2 * page + 1}`),
    });
    await site.strapi.api.update(HOUSING);
    await site.strapi.untilWaiting();
    while ((await witness.lastRun()).cursor === 0) {
      // Else all pages would be read before the engine has finished one.
      await eventually(expectIdleEngine);
      await site.strapi.order({ gate: 'step' });
      await site.strapi.untilWaiting();
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
    await site.strapi.order({ breakAt: 'before-the-purge:kill' });
    await site.strapi.api.update(HOUSING);
    await untilDead();
    expect(await witness.differing()).toHaveLength(1);

    await witness.endLease();
    expect((await expectResumed()).counts.purged).toBe(1);
  }, 120_000);

  it('after-the-purge has the next one end the update', async () => {
    await witness.causeDrift();
    await site.strapi.order({ breakAt: 'after-the-purge:kill' });
    await site.strapi.api.update(HOUSING);
    await untilDead();
    expect(await witness.differing()).toEqual([]);

    await witness.endLease();
    await expectResumed();
  }, 120_000);
});
