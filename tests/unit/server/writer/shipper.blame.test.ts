import { EngineError } from '../../../../server/src/engine/search-engine';
import { offers } from '../fixtures/collection';
import { beginShipping, fill, passPauses, PAUSE } from '../fixtures/shipping';

/** An offer called `nowhere` has a place that is none. */
function withPlace({ entry: { documentId, title } }: { entry: Record<string, unknown> }): Record<string, unknown> {
  return { documentId, title, _geo: title === 'nowhere' ? title : { lat: 45.76, lng: 4.84 } };
}

const PLACED = offers({ settings: { filterableAttributes: ['_geo'] }, transformEntry: withPlace });

describe('a shipment that the engine refuses', () => {
  it('is narrowed down to the document at fault, and its siblings get through', async () => {
    const world = beginShipping(PLACED);
    const documentIds = fill(world, 8, { d5: 'nowhere' });
    await world.ship(...documentIds);
    await world.workOff();
    expect(world.settlements).toEqual([{ pushed: 7, failed: 1 }]);
    expect(world.failing()).toEqual([expect.stringMatching(/^d5: Bad `_geo` in the document offer-d5/)]);
    expect(Object.keys(await world.searched())).toEqual(documentIds.filter((documentId) => documentId !== 'd5'));
  });

  it('does not take along another that the engine worked on together with it', async () => {
    const world = beginShipping(PLACED);
    for (const documentId of fill(world, 3, { d1: 'nowhere' })) await world.ship(documentId);
    await world.workOff();
    expect(world.failing()).toEqual([expect.stringMatching(/^d1: /)]);
    expect(Object.keys(await world.searched())).toEqual(['d0', 'd2']);
    expect(world.settlements).toHaveLength(3);
  });

  it('is examined in its present state', async () => {
    const world = beginShipping(PLACED);
    await world.ship(...fill(world, 2, { d1: 'nowhere' }));
    await world.shipper.step();
    expect(world.shipper.isOpen()).toBe(false);
    expect(world.shipper.hasRoom()).toBe(false);
    world.titles.set('d1', 'mended');
    await world.workOff();
    expect(world.failing()).toEqual([]);
    expect(world.settlements).toEqual([{ pushed: 2, failed: 0 }]);
  });

  it('at the door is narrowed down as well', async () => {
    const world = beginShipping();
    await world.ship(...fill(world, 8, { d5: 'huge' }));
    expect(world.shipper.isOpen()).toBe(false);
    await world.workOff();
    expect(world.settlements).toEqual([{ pushed: 7, failed: 1 }]);
    expect(world.failing()).toEqual(['d5: The payload reached the size limit.']);
  });

  it('in all its documents blames them all', async () => {
    const world = beginShipping(PLACED);
    await world.ship(...fill(world, 2, { d0: 'nowhere', d1: 'nowhere' }));
    await world.workOff();
    expect(world.settlements).toEqual([{ pushed: 0, failed: 2 }]);
  });

  it('waits where the engine is away while it is examined', async () => {
    const world = beginShipping(PLACED);
    await world.ship(...fill(world, 2, { d1: 'nowhere' }));
    await world.shipper.step();
    const away = new EngineError('unavailable', 'ECONNREFUSED', 'Nothing listens there.');
    world.engine.failNextCall('addDocuments', away);
    await expect(world.shipper.step()).rejects.toBe(away);
    expect(world.settlements).toEqual([]);
    await world.workOff();
    expect(world.settlements).toEqual([{ pushed: 1, failed: 1 }]);
  });
});

describe('a shipment at which the engine fails', () => {
  it('is tried three times, after pauses, before the document at fault is blamed and its siblings get through', async () => {
    const world = beginShipping();
    await world.ship(...fill(world, 8, { d5: 'poison' }));
    for (const _ of ['first', 'second']) {
      await world.workOff();
      expect(world.shipper.isOpen()).toBe(false);
      expect(await world.searched()).toEqual({});
      world.clock.advance(PAUSE - 1);
      expect(await world.workOff()).toBe(0);
      world.clock.advance(1);
    }
    expect(world.failing()).toEqual([]);
    await world.workOff();
    expect(world.failing()).toEqual(['d5: panicked']);
    expect(world.settlements).toEqual([{ pushed: 7, failed: 1 }]);
    expect(Object.keys(await world.searched())).toHaveLength(7);
    expect(world.shipper.isAtWork()).toBe(false);
  });

  it('is blamed if it is a single document', async () => {
    const world = beginShipping();
    await world.ship(...fill(world, 1, { d0: 'poison' }));
    await passPauses(world, 3);
    expect(world.failing()).toEqual(['d0: panicked']);
    expect(world.settlements).toEqual([{ pushed: 0, failed: 1 }]);
  });

  it('does not take along another that the engine worked on together with it', async () => {
    const world = beginShipping();
    for (const documentId of fill(world, 3, { d0: 'poison' })) await world.ship(documentId);
    await passPauses(world, 3);
    expect(world.failing()).toEqual(['d0: panicked']);
    expect(await world.searched()).toEqual({ d1: 'd1', d2: 'd2' });
    expect(world.settlements).toHaveLength(3);
  });

  it('blames nobody where it fails at every one of several documents, and gets through when the engine is well', async () => {
    const world = beginShipping();
    await world.ship(...fill(world, 4, { d0: 'poison', d1: 'poison', d2: 'poison', d3: 'poison' }));
    await passPauses(world, 10);
    expect(world.failing()).toEqual([]);
    expect(world.settlements).toEqual([]);
    expect(world.shipper.isOpen()).toBe(false);

    fill(world, 4);
    await passPauses(world, 1);
    expect(world.settlements).toEqual([{ pushed: 4, failed: 0 }]);
    expect(world.shipper.isOpen()).toBe(true);
  });

  it('because its disk is full is tried until there is room, and no document is blamed', async () => {
    const world = beginShipping();
    await world.ship(...fill(world, 2, { d0: 'bulky' }));
    await passPauses(world, 10);
    expect(world.failing()).toEqual([]);
    expect(world.settlements).toEqual([]);
    expect(world.shipper.obstacle()).toBe('no space left');

    fill(world, 2);
    await passPauses(world, 1);
    expect(world.settlements).toEqual([{ pushed: 2, failed: 0 }]);
    expect(world.shipper.obstacle()).toBeNull();
  });
});
