import { TABLES } from '../../../../server/src/database/models';
import type { Dependencies } from '../../../../server/src/dependencies/dependencies';
import type { Embedders } from '../../../../server/src/dependencies/embedders';
import type { NewMark } from '../../../../server/src/outbox/mark';
import { createOutbox } from '../../../../server/src/outbox/outbox';
import type { DocumentShipping } from '../../../../server/src/writer/document-shipping';
import { createRelatedDrain } from '../../../../server/src/writer/drain-related';
import { OFFER, offers } from '../fixtures/collection';
import { openStrapiDatabase, type StrapiDatabase } from '../fixtures/strapi-database';

const JOB = 'api::job.job';
const CITY = 'api::city.city';
const COMPANY = 'api::company.company';
const UNSYNCED = 'api::unsynced.unsynced';
/** A content type that the application has no more. */
const REMOVED = 'api::author.author';

/** What one statement may name. */
const MOST_NAMED = 500;

let database: StrapiDatabase;

beforeAll(async () => {
  database = await openStrapiDatabase();
});

afterEach(() => database.empty(TABLES.marks));

afterAll(() => database?.stop());

const embeds = (documentId: string, relatedUid = CITY, uid = OFFER): NewMark => ({
  uid,
  documentId,
  kind: 'embeds',
  relatedUid,
});
const lost = (documentId: string, uid = OFFER): NewMark => ({ uid, documentId, kind: 'lost', relatedUid: null });

/** Offers and jobs embed cities and companies; the rows of each are numbered like their documents: `1` is row 1. */
function begin() {
  const outbox = createOutbox(database.strapi);
  const [offer, job] = [offers(), offers({ uid: JOB })];
  const world = {
    isOpen: true,
    synced: [offer, job],
    /** By row: the portions of documents that embed it. An error stands for one in the midst of the look-up. */
    embedders: new Map<number, (string[] | Error)[]>(),
    lookUps: [] as { uid: string; documentIds: readonly string[] }[],
    shipped: [] as { uid: string; documentIds: readonly string[]; settle: () => Promise<void> }[],
    /** What befalls the next shipment. */
    refusal: null as Error | null,
  };

  const dependencies: Pick<Dependencies, 'embeddingsOf'> = {
    embeddingsOf: (uid) =>
      uid === REMOVED ? [] : [offer, job].map((collection) => ({ collection, uid, links: [], decides: false })),
  };
  const embedders: Embedders = {
    async rowsOf(uid, documentIds) {
      // As Strapi's own does.
      if (uid === REMOVED) throw new Error(`Metadata for "${uid}" not found`);
      if (documentIds.length > MOST_NAMED) throw new Error('more documents than one statement can name');
      world.lookUps.push({ uid, documentIds });
      return documentIds.map(Number);
    },
    async *climb(_, rowIds) {
      for (const portion of rowIds.flatMap((id) => world.embedders.get(id) ?? [])) {
        if (portion instanceof Error) throw portion;
        yield portion;
      }
    },
  };
  const shipping: DocumentShipping = {
    async ship({ uid }, documentIds, settle) {
      const { refusal } = world;
      world.refusal = null;
      if (refusal) throw refusal;
      world.shipped.push({ uid, documentIds, settle });
    },
  };
  const drain = createRelatedDrain({
    outbox,
    // The drain asks for nothing else.
    dependencies: dependencies as Dependencies,
    embedders,
    shipping,
    isOpen: () => world.isOpen,
    collections: () => world.synced,
  });

  return {
    ...{ world, outbox, drain, offer, job },
    embeddedBy: (row: number, ...portions: (string[] | Error)[]) => world.embedders.set(row, portions),
    /** Steps while there is anything to do. */
    drainAll: async () => {
      let steps = 0;
      while (await drain.step()) steps += 1;
      return steps;
    },
    settleAll: async () => {
      for (const { settle } of world.shipped.splice(0)) await settle();
    },
    shippedIds: () => world.shipped.map(({ documentIds }) => documentIds),
    pending: async () => (await outbox.backlog([OFFER, JOB, UNSYNCED])).pending,
  };
}

/** One mark that stands for three portions. */
async function threePortions() {
  const room = begin();
  room.embeddedBy(1, ['a', 'b'], ['c'], ['d']);
  await room.outbox.add([embeds('1')]);
  return room;
}

describe('a mark of what documents embed', () => {
  it('has the documents shipped that embed it now, one portion at a turn', async () => {
    const { drain, shippedIds } = await threePortions();
    await drain.step();
    expect(shippedIds()).toEqual([['a', 'b']]);
    await drain.step();
    expect(shippedIds()).toEqual([['a', 'b'], ['c']]);
    await drain.step();
    expect(shippedIds()).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  it('of a content type that is no more is cleared, and those behind it are not held up', async () => {
    const { outbox, embeddedBy, drainAll, settleAll, shippedIds, pending } = begin();
    embeddedBy(1, ['a']);
    await outbox.add([embeds('7', REMOVED), embeds('1')]);
    await drainAll();
    expect(shippedIds()).toEqual([['a']]);
    await settleAll();
    expect(await pending()).toBe(0);
  });

  it('that could not be cleared is cleared at the next turn', async () => {
    const { outbox, drain, drainAll, pending } = begin();
    await outbox.add([embeds('1')]);
    const { clear } = outbox;
    outbox.clear = async () => {
      outbox.clear = clear;
      throw new Error('the database is away');
    };
    await expect(drain.step()).rejects.toThrow('away');
    await drainAll();
    expect(await pending()).toBe(0);
  });

  it('has nothing shipped twice while the shipments are under way', async () => {
    const { drainAll, shippedIds } = await threePortions();
    await drainAll();
    expect(await drainAll()).toBe(0);
    expect(shippedIds()).toHaveLength(3);
  });

  it('is cleared when the last portion is settled, and not before', async () => {
    const { drainAll, world, pending } = await threePortions();
    await drainAll();
    const [first, second, third] = world.shipped;
    await third!.settle();
    await first!.settle();
    expect(await pending()).toBe(1);
    await second!.settle();
    expect(await pending()).toBe(0);
  });

  it('is not cleared when all that was found so far is settled', async () => {
    const { drain, drainAll, settleAll, pending } = await threePortions();
    for (let portion = 0; portion < 3; portion += 1) {
      await drain.step();
      await settleAll();
      expect(await pending()).toBe(1);
    }
    await drainAll();
    expect(await pending()).toBe(0);
  });

  it('is cleared at once where nothing embeds it', async () => {
    const { outbox, drainAll, shippedIds, pending } = begin();
    await outbox.add([embeds('1')]);
    await drainAll();
    expect(shippedIds()).toEqual([]);
    expect(await pending()).toBe(0);
  });

  it('leaves a later one of the same document, which is drained in its turn', async () => {
    const { outbox, drainAll, settleAll, shippedIds, pending } = await threePortions();
    await drainAll();
    await outbox.add([embeds('1')]);
    await settleAll();
    expect(await pending()).toBe(1);
    await drainAll();
    expect(shippedIds()).toHaveLength(3);
    await settleAll();
    expect(await pending()).toBe(0);
  });
});

describe('a mark of what documents have lost', () => {
  it('has the document itself shipped, without a look-up', async () => {
    const { outbox, drainAll, settleAll, shippedIds, world, pending } = begin();
    await outbox.add([lost('a'), lost('b')]);
    await drainAll();
    expect(shippedIds()).toEqual([['a', 'b']]);
    expect(world.lookUps).toEqual([]);
    await settleAll();
    expect(await pending()).toBe(0);
  });
});

describe('marks that ask for the same', () => {
  it('share a look-up, and are cleared together', async () => {
    const { outbox, embeddedBy, drainAll, settleAll, world, pending } = begin();
    embeddedBy(1, ['a']);
    embeddedBy(2, ['b']);
    await outbox.add([embeds('1'), embeds('2'), embeds('1')]);
    await drainAll();
    expect(world.lookUps).toEqual([{ uid: CITY, documentIds: ['1', '2'] }]);
    await settleAll();
    expect(await pending()).toBe(0);
  });

  it.each<[sentence: string, other: NewMark]>([
    ['another type', embeds('2', COMPANY)],
    ['another collection', embeds('2', CITY, JOB)],
    ['a loss', lost('2')],
  ])('are not taken together with those of %s', async (_, other) => {
    const { outbox, embeddedBy, drainAll, settleAll, world, pending } = begin();
    embeddedBy(1, ['a']);
    embeddedBy(2, ['b']);
    await outbox.add([embeds('1'), other, embeds('3')]);
    await drainAll();
    expect(world.lookUps[0]).toEqual({ uid: CITY, documentIds: ['1', '3'] });
    expect(world.shipped.map(({ uid }) => uid)).toEqual([OFFER, other.uid]);
    await settleAll();
    expect(await pending()).toBe(0);
  });

  it('are never more than one statement can name', async () => {
    const { outbox, drainAll, settleAll, world, pending } = begin();
    const marks = Array.from({ length: 1200 }, (_, position) => embeds(String(position + 1)));
    await outbox.add(marks);
    await drainAll();
    await settleAll();
    expect(world.lookUps.flatMap(({ documentIds }) => documentIds)).toHaveLength(1200);
    expect(await pending()).toBe(0);
  });

  it('are drained oldest first', async () => {
    const { outbox, drainAll, world } = begin();
    await outbox.add([lost('b', JOB), lost('a'), lost('c', JOB)]);
    await drainAll();
    expect(world.shipped.map(({ uid, documentIds }) => [uid, documentIds])).toEqual([
      [JOB, ['b', 'c']],
      [OFFER, ['a']],
    ]);
  });
});

describe('other marks', () => {
  it.each<[mark: NewMark]>([
    [{ uid: OFFER, documentId: 'a', kind: 'edited', relatedUid: null }],
    [{ uid: OFFER, documentId: '*', kind: 'all', relatedUid: null }],
    [lost('a', UNSYNCED)],
  ])('are left alone: %j', async (mark) => {
    const { outbox, drainAll, pending } = begin();
    await outbox.add([mark]);
    expect(await drainAll()).toBe(0);
    expect(await pending()).toBe(1);
  });
});

describe('while nothing may be shipped', () => {
  it('nothing is, and nothing is looked up', async () => {
    const { drain, world, shippedIds } = await threePortions();
    world.isOpen = false;
    expect(await drain.step()).toBe(false);
    expect(world.lookUps).toEqual([]);
    expect(shippedIds()).toEqual([]);
  });

  it('a mark stays half done, and goes on from there', async () => {
    const { drain, drainAll, settleAll, world, shippedIds, pending } = await threePortions();
    await drain.step();
    world.isOpen = false;
    expect(await drainAll()).toBe(0);
    world.isOpen = true;
    await drainAll();
    expect(shippedIds()).toEqual([['a', 'b'], ['c'], ['d']]);
    await settleAll();
    expect(await pending()).toBe(0);
  });
});

describe('an error', () => {
  const error = new Error('the connection was lost');

  it('half-way through the look-up has the mark taken again from its beginning', async () => {
    const { outbox, embeddedBy, drain, drainAll, settleAll, shippedIds, pending } = begin();
    embeddedBy(1, ['a'], error, ['b']);
    await outbox.add([embeds('1')]);
    await drain.step();
    await expect(drain.step()).rejects.toBe(error);
    await settleAll();
    expect(await pending()).toBe(1);

    embeddedBy(1, ['a'], ['b']);
    await drainAll();
    expect(shippedIds()).toEqual([['a'], ['b']]);
    await settleAll();
    expect(await pending()).toBe(0);
  });

  it('in shipping has the same portion shipped at the next turn', async () => {
    const { world, drain, drainAll, settleAll, shippedIds, pending } = await threePortions();
    await drain.step();
    world.refusal = error;
    await expect(drain.step()).rejects.toBe(error);
    await drainAll();
    expect(shippedIds()).toEqual([['a', 'b'], ['c'], ['d']]);
    await settleAll();
    expect(await pending()).toBe(0);
  });

  it('in shipping the last portion clears nothing, whatever is settled meanwhile', async () => {
    const { outbox, embeddedBy, world, drain, settleAll, pending } = begin();
    embeddedBy(1, ['a'], ['b']);
    await outbox.add([embeds('1')]);
    await drain.step();
    world.refusal = error;
    await expect(drain.step()).rejects.toBe(error);
    await settleAll();
    expect(await pending()).toBe(1);
  });
});

describe('a collection that is no longer synced', () => {
  it('does not keep others waiting while its shipments are under way, however many marks there are', async () => {
    const { world, outbox, drainAll, settleAll, offer, job, pending } = begin();
    await outbox.add(Array.from({ length: 500 }, (_, position) => lost(`x${position}`)));
    await drainAll();
    world.synced = [job];
    await outbox.add(Array.from({ length: 600 }, (_, position) => embeds(String(position + 1), CITY, JOB)));
    await drainAll();
    expect(world.lookUps.flatMap(({ documentIds }) => documentIds)).toHaveLength(600);
    world.synced = [offer, job];
    await settleAll();
    expect(await pending()).toBe(0);
  });

  it('has nothing more shipped, and keeps its mark for when it is again', async () => {
    const { world, drain, drainAll, settleAll, shippedIds, offer, job, pending } = await threePortions();
    await drain.step();
    world.synced = [job];
    await drainAll();
    expect(shippedIds()).toEqual([['a', 'b']]);
    await settleAll();
    expect(await pending()).toBe(1);

    world.synced = [offer, job];
    await drainAll();
    expect(shippedIds()).toEqual([['a', 'b'], ['c'], ['d']]);
    await settleAll();
    expect(await pending()).toBe(0);
  });

  it('does not keep others waiting', async () => {
    const { world, outbox, drain, drainAll, job } = await threePortions();
    await outbox.add([lost('x', JOB)]);
    await drain.step();
    world.synced = [job];
    await drainAll();
    expect(world.shipped.map(({ uid }) => uid)).toEqual([OFFER, JOB]);
  });
});

describe('a drain that is reset', () => {
  it('forgets what it has begun, and takes the mark again from its beginning', async () => {
    const { drain, drainAll, settleAll, world, shippedIds, pending } = await threePortions();
    await drain.step();
    drain.reset();
    // What was under way never settles.
    world.shipped = [];
    await drainAll();
    expect(shippedIds()).toEqual([['a', 'b'], ['c'], ['d']]);
    await settleAll();
    expect(await pending()).toBe(0);
  });

  it('forgets what it was waiting for', async () => {
    const { drain, drainAll, world, shippedIds } = await threePortions();
    await drainAll();
    drain.reset();
    world.shipped = [];
    await drainAll();
    expect(shippedIds()).toHaveLength(3);
  });
});
