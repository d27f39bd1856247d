import { EngineError } from '../../../../server/src/engine/search-engine';
import { OFFER, offers } from '../fixtures/collection';
import { beginShipping, fill, PAUSE } from '../fixtures/shipping';

describe('a shipment', () => {
  it('settles once, when the engine is done with it', async () => {
    const world = beginShipping();
    const { engineIs, shipper, settlements } = world;
    engineIs.looked = 'busy';
    await world.ship(...fill(world, 2));
    expect(await shipper.step()).toBe(false);
    expect(settlements).toEqual([]);
    expect(shipper.isAtWork()).toBe(true);
    expect(shipper.isShipping(OFFER)).toBe(true);
    expect(shipper.isShipping('api::job.job')).toBe(false);

    engineIs.looked = 'working';
    expect(await world.workOff()).toBe(1);
    expect(settlements).toEqual([{ pushed: 2, failed: 0 }]);
    expect(await world.searched()).toEqual({ d0: 'd0', d1: 'd1' });
    expect(shipper.isAtWork()).toBe(false);
    expect(shipper.isShipping(OFFER)).toBe(false);
  });

  it('of many documents is not waited for by others', async () => {
    const world = beginShipping();
    const { shipper, settlements } = world;
    const documentIds = fill(world, 4);
    for (const documentId of documentIds) await world.ship(documentId);
    expect(shipper.isOpen()).toBe(true);
    await world.workOff();
    expect(settlements).toHaveLength(4);
  });

  it('deletes what is not there any more', async () => {
    const world = beginShipping();
    await world.ship(...fill(world, 2));
    await world.workOff();
    world.titles.delete('d0');
    await world.ship('d0', 'd1');
    await world.workOff();
    expect(await world.searched()).toEqual({ d1: 'd1' });
  });

  it('leaves on record what was left out and what failed, before it settles', async () => {
    const world = beginShipping(
      offers({
        filterEntry: ({ entry }) => entry.title !== 'hidden',
        transformEntry: ({ entry }) => {
          if (entry.title === 'broken') throw new Error('no city');
          return entry;
        },
      }),
    );
    await world.ship(...fill(world, 4, { d1: 'hidden', d2: 'broken' }));
    await world.workOff();
    expect(world.settlements).toEqual([{ pushed: 2, failed: 1 }]);
    expect(world.excluded()).toEqual(['d1']);
    expect(world.failing()).toEqual(['d2: no city']);

    fill(world, 4);
    await world.ship('d1', 'd2');
    await world.workOff();
    expect(world.excluded()).toEqual([]);
    expect(world.failing()).toEqual([]);
  });

  it('that could not be enqueued is the business of whoever shipped it', async () => {
    const world = beginShipping();
    const away = new EngineError('unavailable', 'ECONNREFUSED', 'Nothing listens there.');
    const [documentId] = fill(world, 1);
    world.engine.failNextCall('addDocuments', away);
    await expect(world.ship(documentId!)).rejects.toBe(away);
    expect(world.shipper.isAtWork()).toBe(false);
  });
});

describe('a shipment behind an earlier one of its collection', () => {
  it('is not over before it, though it has nothing to push: what fails later is not taken back by an older success', async () => {
    const world = beginShipping(
      offers({
        transformEntry: ({ entry }) => {
          if (entry.title === 'broken') throw new Error('no city');
          return entry;
        },
      }),
    );
    const { engineIs, titles, settlements } = world;
    engineIs.looked = 'busy';
    await world.ship(...fill(world, 1));
    titles.set('d0', 'broken');
    await world.ship('d0');
    await world.workOff();
    expect(settlements).toEqual([]);

    engineIs.looked = 'working';
    await world.workOff();
    expect(settlements).toEqual([
      { pushed: 1, failed: 0 },
      { pushed: 0, failed: 1 },
    ]);
    expect(world.failing()).toEqual(['d0: no city']);
  });
});

describe('what is shipped ahead of the engine', () => {
  const megabyte = 'x'.repeat(1_000_000);

  /** An engine that took a second for a megabyte, and was given what it needs eight seconds for. */
  async function fullAhead() {
    const world = beginShipping();
    const documentIds = Array.from({ length: 9 }, (_, number) => `d${number}`);
    for (const documentId of documentIds) world.titles.set(documentId, megabyte);
    const [first, ...others] = documentIds;
    await world.ship(first!);
    world.clock.advance(1000);
    await world.workOff();
    world.engineIs.looked = 'busy';
    for (const documentId of others) {
      expect(world.shipper.hasRoom()).toBe(true);
      await world.ship(documentId);
    }
    return world;
  }

  it('is what it needs some seconds for', async () => {
    const { shipper, clock } = await fullAhead();
    expect(shipper.hasRoom()).toBe(false);
    clock.advance(60_000);
    await shipper.step();
    expect(shipper.hasRoom()).toBe(false);
  });

  it('is more as it gets on with what it is at', async () => {
    const { shipper, clock, engineIs } = await fullAhead();
    engineIs.looked = 'processing';
    await shipper.step();
    expect(shipper.hasRoom()).toBe(false);
    clock.advance(3000);
    expect(shipper.hasRoom()).toBe(true);
  });
});

describe.each(['canceled', 'unknown'] as const)('a shipment whose tasks are %s', (status) => {
  async function lost() {
    const world = beginShipping();
    await world.ship(...fill(world, 3));
    world.engineIs.looked = status;
    await world.workOff();
    world.engineIs.looked = 'working';
    return world;
  }

  it('is shipped again after a pause, and settles once', async () => {
    const world = await lost();
    world.clock.advance(PAUSE - 1);
    expect(await world.workOff()).toBe(0);
    expect(world.settlements).toEqual([]);
    world.clock.advance(1);
    await world.workOff();
    expect(world.settlements).toEqual([{ pushed: 3, failed: 0 }]);
    expect(world.failing()).toEqual([]);
  });

  it('is an obstacle until it has gone through', async () => {
    const { shipper, clock, workOff } = await lost();
    expect(shipper.obstacle()).toEqual(expect.stringContaining(status === 'canceled' ? 'canceled' : 'forgotten'));
    clock.advance(PAUSE);
    await shipper.step();
    expect(shipper.obstacle()).not.toBeNull();
    await workOff();
    expect(shipper.obstacle()).toBeNull();
  });

  it('is shipped again from the present state', async () => {
    const world = await lost();
    world.titles.set('d0', 'changed since');
    world.titles.delete('d1');
    world.clock.advance(PAUSE);
    await world.workOff();
    expect(await world.searched()).toEqual({ d0: 'changed since', d2: 'd2' });
  });

  it('holds back all others until it is shipped again', async () => {
    const { shipper, clock } = await lost();
    expect(shipper.isOpen()).toBe(false);
    expect(shipper.hasRoom()).toBe(false);
    expect(shipper.isAtWork()).toBe(true);
    expect(shipper.isShipping(OFFER)).toBe(true);
    clock.advance(PAUSE);
    await shipper.step();
    expect(shipper.isOpen()).toBe(true);
  });

  it('brings back the settings that were lost with it', async () => {
    const world = await lost();
    await world.engine.deleteIndex('offer');
    world.engine.process();
    world.clock.advance(PAUSE);
    await world.workOff();
    expect(await world.engine.settings('offer')).toMatchObject({
      filterableAttributes: ['_strapi.uid', '_strapi.syncedAt'],
      searchableAttributes: ['id', 'documentId', 'title'],
    });
  });
});

it('settings of which nobody saw what became are asked for again', async () => {
  const world = beginShipping(offers({ transformEntry: ({ entry }) => ({ ...entry, city: 'Lyon' }) }));
  const [documentId] = fill(world, 1);
  // As an engine does whose disk is full: settings may still be taken, and then fail.
  world.engine.failNextCall('addDocuments', new EngineError('unavailable', 'no_space_left', 'No space left.'));
  await expect(world.ship(documentId!)).rejects.toThrow('No space left');
  world.engine.failNextBatch({ code: 'io_error', message: 'No space left.', type: 'system' });
  world.engine.process();

  await world.ship(documentId!);
  await world.workOff();
  expect(await world.engine.settings('offer')).toMatchObject({
    searchableAttributes: expect.arrayContaining(['city']) as unknown,
  });
});

describe('a shipper that is reset', () => {
  it('forgets what is under way, which never settles', async () => {
    const world = beginShipping();
    await world.ship(...fill(world, 2));
    world.shipper.reset();
    expect(world.shipper.isAtWork()).toBe(false);
    expect(world.shipper.isShipping(OFFER)).toBe(false);
    expect(await world.workOff()).toBe(0);
    expect(world.settlements).toEqual([]);
  });

  it.each<[sentence: string, title: string]>([
    ['lost', 'poison'],
    ['refused', 'huge'],
  ])('forgets what was %s, and is open', async (_, title) => {
    const world = beginShipping();
    await world.ship(...fill(world, 2, { d0: title }));
    if (title === 'poison') await world.workOff();
    expect(world.shipper.isOpen()).toBe(false);
    world.shipper.reset();
    expect(world.shipper.isOpen()).toBe(true);
    expect(world.shipper.isAtWork()).toBe(false);
    world.clock.advance(PAUSE);
    expect(await world.workOff()).toBe(0);
    expect(world.settlements).toEqual([]);
  });
});

it('a push that nobody answered is doubted', async () => {
  const world = beginShipping();
  await world.ship(...fill(world, 1));
  await world.workOff();
  const away = new EngineError('unavailable', 'ETIMEDOUT', 'No answer.');
  world.engine.failNextCall('addDocuments', away);
  await expect(world.ship('d0')).rejects.toBe(away);
  expect(world.doubted).toEqual([{ documentIds: ['d0'], error: away }]);
});
