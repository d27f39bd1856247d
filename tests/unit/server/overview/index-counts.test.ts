import { EngineError } from '../../../../server/src/engine/search-engine';
import { createIndexCounts } from '../../../../server/src/overview/index-counts';
import { createInMemoryEngine, type InMemoryEngine } from '../../../support/in-memory-engine';
import { offers } from '../fixtures/collection';

const away = new EngineError('unavailable', 'ECONNREFUSED', 'away');
const collection = offers({ indexes: ['shared'] });
const line = (id: string, uid = collection.uid) =>
  JSON.stringify({ _meilisearch_id: id, _strapi: { uid, syncedAt: 1, version: 'v' } });

let engine: InMemoryEngine;
let beginLook: ReturnType<typeof createIndexCounts>;
const look = () => beginLook()(collection);

const change = async (...lines: string[]) => {
  await engine.addDocuments('shared', lines);
  engine.process();
};

beforeEach(async () => {
  engine = createInMemoryEngine();
  beginLook = createIndexCounts(() => Promise.resolve(engine));
  await engine.updateSettings('shared', { filterableAttributes: ['_strapi'] });
  await change(line('a'), line('b'), line('c', 'api::other.other'));
});

it('tells the documents of an index, and which of them are its own', async () => {
  expect(await look()).toEqual([{ uid: 'shared', documents: 3, own: 2 }]);
});

it('does not ask again whose they are while nothing has changed', async () => {
  await look();
  engine.failNextCall('countDocuments', away);
  expect(await look()).toEqual([{ uid: 'shared', documents: 3, own: 2 }]);
});

it('asks again when something has changed, though there are as many documents as before', async () => {
  await look();
  await change(line('b', 'api::other.other'));
  expect(await look()).toEqual([{ uid: 'shared', documents: 3, own: 1 }]);
});

it('asks again where it got no answer', async () => {
  engine.failNextCall('countDocuments', away);
  expect(await look()).toEqual([{ uid: 'shared', documents: 3, own: null }]);
  expect(await look()).toEqual([{ uid: 'shared', documents: 3, own: 2 }]);
});

it('knows nothing of an engine that does not tell its sizes', async () => {
  engine.failNextCall('indexSizes', away);
  expect(await look()).toEqual([{ uid: 'shared', documents: null, own: null }]);
});

it('asks an engine for its sizes once for all collections of a look', async () => {
  const countIndexes = beginLook();
  await countIndexes(collection);
  engine.failNextCall('indexSizes', away);
  expect(await countIndexes(offers({ indexes: ['shared', 'absent'] }))).toEqual([
    { uid: 'shared', documents: 3, own: 2 },
    { uid: 'absent', documents: 0, own: 0 },
  ]);
});
