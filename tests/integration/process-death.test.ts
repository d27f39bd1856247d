import { cleanUp, type CleanUps } from '../support/clean-ups';
import { eventually } from '../support/eventually';
import { type LastingParts, prepareLastingParts } from '../support/lasting-parts';
import { type MortalSite, startMortalSite } from '../support/mortal-site';

const HOUSING = 'api::housing.housing';
const ADS = 40;
/** Much less than a machine has, and enough for Strapi to boot. */
const LITTLE_MEMORY = 400;
/** Milliseconds after which a process that was asked to end is killed. */
const WITHIN_SECONDS = 5000;

describe('a process that ends in the middle of an update', () => {
  const cleanUps: CleanUps = [];
  let parts: LastingParts;
  let site: MortalSite;

  beforeAll(async () => {
    parts = await prepareLastingParts(ADS);
    cleanUps.push(parts.remove);
    site = await startMortalSite(parts, require.resolve('./configs/slow'));
    cleanUps.push(site.remove);
  }, 180_000);

  afterAll(() => cleanUp(cleanUps));

  /** Presses Update and waits until the engine has done some of it, and most of it is still to be read. */
  const beginUpdate = async () => {
    await site.strapi.api.update(HOUSING);
    await eventually(async () => expect((await parts.witness.lastRun()).cursor).toBeGreaterThan(0));
  };

  it('for want of memory has the next one go on where the engine had got to', async () => {
    await site.strapi.stop();
    await site.start({ config: require.resolve('./configs/leaking'), heapMegabytes: LITTLE_MEMORY });
    await parts.witness.causeDrift();
    await beginUpdate();
    expect(await site.strapi.exited).toEqual({ code: null, signal: 'SIGABRT' });
    expect(await site.strapi.log()).toContain('JavaScript heap out of memory');

    expect((await site.expectResumed()).counts.purged).toBe(1);
  }, 180_000);

  it('by a power cut, and the engine with it, loses nothing that was saved', async () => {
    await beginUpdate();
    const saved = parts.saveAll(site.strapi);
    await eventually(async () => expect(await parts.witness.marked()).not.toEqual([]));
    process.kill(site.strapi.pid, 'SIGKILL');
    await Promise.all([parts.meilisearch.kill(), site.strapi.exited, saved]);
    await parts.meilisearch.start();
    await site.expectNothingLost();

    await site.expectResumed();
  }, 120_000);

  it('by SIGTERM is gone within seconds and gives the lease back', async () => {
    await beginUpdate();
    const { fence } = await parts.witness.lease();
    await site.strapi.stop(WITHIN_SECONDS);
    expect(await site.strapi.exited).toEqual({ code: 0, signal: null });
    expect(await parts.witness.lease()).toMatchObject({ owner: null, fence });

    await site.expectResumed();
    expect((await parts.witness.lease()).fence).toBe(fence + 1);
  }, 120_000);
});
