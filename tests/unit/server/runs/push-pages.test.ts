import { EngineError } from '../../../../server/src/engine/search-engine';
import { createPagePush, type PagePush } from '../../../../server/src/runs/push-pages';
import { offers } from '../fixtures/collection';
import { beginShipping, fill, type ShippingWorld } from '../fixtures/shipping';

const away = new EngineError('unavailable', 'ECONNREFUSED', 'Nothing listens there.');
const collection = offers({ pages: { read: 1, least: 2, most: 8 } });

/** So many offers, of which none is in the index yet. */
async function begin(count: number, special: Record<string, string> = {}) {
  const world = beginShipping(collection);
  await world.ship();
  await world.workOff();
  fill(world, count, special);
  const { reader } = world.rooms;
  const push = createPagePush({ ...world, reader, monotonic: world.clock.monotonic }, collection, {}, 0);
  return { ...world, push };
}

/** Pushes all that there is, with the engine at work between two steps; answers up to which row, and the counts. */
async function pushAll({ push, workOff }: Pick<ShippingWorld, 'workOff'> & { push: PagePush }) {
  const counts = { read: 0, pushed: 0, failed: 0 };
  const count = (page: typeof counts) => {
    for (const name of ['read', 'pushed', 'failed'] as const) counts[name] += page[name];
  };
  while ((await push.step(null)) !== 'end') await workOff();
  await workOff();
  const row = push.acknowledge(count);
  return { row, ...counts };
}

describe('pages of an update', () => {
  it('reach the index in a few steps, and are counted once the engine is done with them', async () => {
    const world = await begin(25);
    expect(await pushAll(world)).toEqual({ row: 25, read: 25, pushed: 25, failed: 0 });
    expect(Object.keys(await world.searched())).toHaveLength(25);
    expect(world.push.isUnderWay()).toBe(false);
  });

  it('leave the writer to live edits after four', async () => {
    const { push, workOff, searched } = await begin(25);
    expect(await push.step(null)).toBe('pushed');
    await workOff();
    expect(Object.keys(await searched())).toHaveLength(8);
  });

  it('are larger where the engine has done the last ones in time', async () => {
    const { push, workOff, searched } = await begin(25);
    await push.step(null);
    await workOff();
    push.acknowledge(() => undefined);
    await push.step(null);
    await workOff();
    expect(Object.keys(await searched())).toHaveLength(8 + 16);
  });

  it('are not passed over where the engine is away when one of them is posted', async () => {
    const world = await begin(9);
    world.engine.failNextCall('addDocuments', away);
    await expect(world.push.step(null)).rejects.toBe(away);
    expect(await pushAll(world)).toEqual({ row: 9, read: 9, pushed: 9, failed: 0 });
  });

  it('come in their order where one is refused: what was read meanwhile waits until that is settled', async () => {
    const world = await begin(9, { d1: 'huge' });
    expect(await world.push.step(null)).toBe('pushed');
    expect(world.shipper.isOpen()).toBe(false);
    expect(await world.push.step(null)).toBe('waiting');
    await world.workOff();
    expect(await pushAll(world)).toEqual({ row: 9, read: 9, pushed: 8, failed: 1 });
    expect(world.failing()).toEqual([expect.stringContaining('d1')]);
  });

  it('are pushed as they are when they are read', async () => {
    const world = await begin(12);
    await world.push.step(null);
    world.titles.set('d11', 'Changed');
    await world.workOff();
    await pushAll(world);
    expect(await world.searched()).toMatchObject({ d11: 'Changed' });
  });
});
