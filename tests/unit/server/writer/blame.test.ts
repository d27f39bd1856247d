import { buildSearchDocument } from '../../../../server/src/collections/search-document';
import { EngineError } from '../../../../server/src/engine/search-engine';
import { createBlame } from '../../../../server/src/writer/blame';
import { planPage, type Portion } from '../../../../server/src/writer/portion';
import { createInMemoryEngine, type InMemoryEngine } from '../../../support/in-memory-engine';
import { offers } from '../fixtures/collection';
import { beginDelivery } from '../fixtures/delivery';
import { poisonedBy } from '../fixtures/poison';

const COLLECTION = offers({ settings: { filterableAttributes: ['_geo'] } });
const PANIC = { code: 'internal', message: 'panicked', type: 'internal' };
const FULL = { code: 'no_space_left_on_device', message: 'no space left', type: 'system' };
const TOO_LARGE = new EngineError('rejected', 'payload_too_large', 'The payload reached the size limit.');

/** Documents of these contents, named `d0`, `d1` and so on. */
const portionOf = (...contents: Record<string, unknown>[]): Portion =>
  planPage(
    COLLECTION,
    contents.map((content, position) => ({
      kind: 'document',
      document: buildSearchDocument(COLLECTION, { documentId: `d${position}`, locale: null }, content),
    })),
  );

const fine = (count: number) => Array.from({ length: count }, () => ({ title: 'Stage' }));

type Poison = (engine: InMemoryEngine) => InMemoryEngine;

const harmless: Poison = (engine) => engine;
const panicking: Poison = (engine) => poisonedBy('poison', engine, () => engine.failNextBatch(PANIC));
const turningAway: Poison = (engine) =>
  poisonedBy('poison', engine, () => engine.failNextCall('addDocuments', TOO_LARGE));

/** An engine that is ready for these documents: what is enqueued from now on is about blame. */
async function begin(poison: Poison = harmless) {
  const engine = createInMemoryEngine();
  const { deliverer, keeper } = beginDelivery(poison(engine), COLLECTION);
  await keeper.apply('offer', ['title', '_geo']);
  await deliverer.beginStamp('offer');
  const nextTask = async () => (await engine.createIndex('probe')).uid;
  const before = await nextTask();
  return {
    engine,
    blame: createBlame(deliverer),
    tasks: async () => (await nextTask()) - before - 1,
    stored: async () =>
      (await engine.documents('offer', { limit: 1000 })).documents.map(({ _meilisearch_id }) => _meilisearch_id).sort(),
  };
}

const blamed = (position: number, message: unknown) => ({
  documentId: `d${position}`,
  locale: null,
  index: null,
  stage: 'push',
  message,
});

describe('the search for the documents at fault', () => {
  it('finds none where all get through, at the first attempt', async () => {
    const { blame, tasks, stored } = await begin();
    expect(await blame(portionOf(...fine(3)))).toEqual({ kind: 'documents', refused: [] });
    expect(await tasks()).toBe(1);
    expect(await stored()).toEqual(['offer-d0', 'offer-d1', 'offer-d2']);
  });

  const badPlace = portionOf(...fine(23), { _geo: 'nowhere' }, ...fine(40));
  const badId: Portion = {
    ...portionOf(...fine(64)),
    upserts: portionOf(...fine(64)).upserts.map((document, position) =>
      position === 23 ? { ...document, id: 'offer-d 23' } : document,
    ),
  };
  const poisoned = portionOf(...fine(23), { title: 'poison' }, ...fine(40));

  it.each<[sentence: string, portion: Portion, message: RegExp, poison: Poison]>([
    ['with an id that the engine does not take', badId, /identifier "offer-d 23" is invalid/, harmless],
    ['with a place that is none', badPlace, /Bad `_geo` in the document offer-d23/, harmless],
    ['at which the engine fails', poisoned, /panicked/, panicking],
    ['that the engine turns away at the door', poisoned, /size limit/, turningAway],
  ])('finds one among many %s, and the others get through', async (_, portion, message, poison) => {
    const { blame, tasks, stored } = await begin(poison);
    const kind = poison === panicking ? 'engine' : 'documents';
    expect(await blame(portion)).toEqual({ kind, refused: [blamed(23, expect.stringMatching(message))] });
    expect(await tasks()).toBeLessThanOrEqual(1 + 2 * Math.log2(64));
    const others = portion.upserts.filter((_document, position) => position !== 23).map(({ id }) => id);
    expect(await stored()).toEqual(others.toSorted());
  });

  it('finds several', async () => {
    const { blame, stored } = await begin();
    const portion = portionOf({ _geo: 'nowhere' }, ...fine(3), { _geo: { lat: 1 } }, { _geo: { lat: 1, lng: 2 } });
    expect(await blame(portion)).toEqual({
      kind: 'documents',
      refused: [blamed(0, expect.stringMatching(/offer-d0/)), blamed(4, expect.stringMatching(/offer-d4/))],
    });
    expect(await stored()).toEqual(['offer-d1', 'offer-d2', 'offer-d3', 'offer-d5']);
  });

  it('deletes what was to be deleted along with it', async () => {
    const { engine, blame, stored } = await begin();
    await blame(portionOf(...fine(4)));
    const gone = ['offer-d1', 'offer-d2', 'offer-d3'];
    await blame({ ...portionOf({ _geo: 'nowhere' }), deletions: gone });
    expect(await stored()).toEqual(['offer-d0']);
    expect(await engine.countDocuments('offer')).toBe(1);
  });

  it('deletes what was to be deleted beside a document that fails whatever the engine works on together with it', async () => {
    const engine = createInMemoryEngine({ processing: 'on-demand' });
    const { deliverer, keeper } = beginDelivery(engine, COLLECTION);
    const working = setInterval(engine.processBatch);
    try {
      await deliverer.settled([
        { ...(await keeper.apply('offer', ['title', '_geo']))!, does: 'settings', documents: 0 },
      ]);
      const blame = createBlame(deliverer);
      await blame(portionOf(...fine(2)));
      await blame({ ...portionOf({ _geo: 'nowhere' }), deletions: ['offer-d1'] });
      expect([...engine.contents('offer')!.keys()]).toEqual(['offer-d0']);
    } finally {
      clearInterval(working);
    }
  });

  it('is given up after three documents where the engine fails at every one', async () => {
    const { blame, tasks } = await begin(panicking);
    expect(await blame(portionOf(...Array.from({ length: 64 }, () => ({ title: 'poison' }))))).toEqual({
      kind: 'unclear',
    });
    expect(await tasks()).toBeLessThanOrEqual(Math.log2(64) + 5);
  });

  it('takes no further than the first words where these are about the index', async () => {
    const { engine, blame, tasks } = await begin();
    engine.failNextBatch({ code: 'index_primary_key_already_exists', message: 'id', type: 'invalid_request' });
    const refused = fine(64).map((_document, position) => blamed(position, 'id'));
    expect(await blame(portionOf(...fine(64)))).toEqual({ kind: 'documents', refused });
    expect(await tasks()).toBe(1);
  });

  it('blames nobody where deletions alone are refused', async () => {
    const { engine, blame } = await begin();
    engine.failNextBatch({ code: 'bad_request', message: 'no', type: 'invalid_request' });
    expect(await blame({ ...portionOf(), deletions: ['offer-d0'] })).toEqual({ kind: 'unclear' });
  });

  it('blames nobody where the engine is in trouble', async () => {
    const { engine, blame } = await begin();
    engine.failNextBatch(FULL);
    expect(await blame(portionOf(...fine(3)))).toEqual({ kind: 'unclear' });
  });

  it('is given up where the engine gets into trouble on the way', async () => {
    const { engine, blame } = await begin();
    const refusal = { code: 'bad_request', message: 'no', type: 'invalid_request' };
    for (const complaint of [refusal, FULL]) engine.failNextBatch(complaint);
    expect(await blame(portionOf(...fine(4)))).toEqual({ kind: 'unclear' });
  });

  it.each(['unavailable', 'unauthorized'] as const)('is broken off where the engine is %s', async (fault) => {
    const { engine, blame } = await begin();
    const error = new EngineError(fault, 'code', 'away');
    engine.failNextCall('addDocuments', error);
    await expect(blame(portionOf(...fine(3)))).rejects.toBe(error);
  });
});
