import { EngineError } from '../../../server/src/engine/search-engine';
import { createInMemoryEngine } from '../../support/in-memory-engine';

const line = (id: string) => JSON.stringify({ _meilisearch_id: id });

/** What tests may do with the in-memory engine beyond its port; the contract suite covers the port. */
describe('the in-memory engine', () => {
  it('carries out tasks at once, unless told otherwise', async () => {
    const engine = createInMemoryEngine();
    const { uid } = await engine.addDocuments('offers', [line('a')]);
    await expect(engine.tasks([uid])).resolves.toMatchObject([{ status: 'succeeded', received: 1 }]);
  });

  it('carries out tasks batch by batch when asked', async () => {
    const engine = createInMemoryEngine({ processing: 'on-demand' });
    const tasks = [
      await engine.addDocuments('offers', [line('a')]),
      await engine.addDocuments('housing', [line('h')]),
      await engine.deleteDocuments('offers', ['a']),
      await engine.updateSettings('offers', { stopWords: ['le'] }),
      await engine.addDocuments('offers', [line('b')]),
    ];
    const statuses = async () => (await engine.tasks(tasks.map(({ uid }) => uid))).map(({ status }) => status);
    const [open, done] = ['enqueued', 'succeeded'];
    expect(await statuses()).toEqual([open, open, open, open, open]);
    engine.processBatch();
    expect(await statuses()).toEqual([done, open, done, open, open]);
    engine.processBatch();
    expect(await statuses()).toEqual([done, done, done, open, open]);
    engine.process();
    expect(await statuses()).toEqual([done, done, done, done, done]);
  });

  it('goes by the given clock, wherever that jumps', async () => {
    const times = [1000, 900, 1200];
    const engine = createInMemoryEngine({ clock: () => times.shift()! });
    const stamps = [await engine.now('a'), (await engine.createIndex('b')).enqueuedAt, await engine.now('a')];
    expect(stamps).toEqual([1000, 900, 1200]);
  });

  it('lets planned calls fail, once for each plan', async () => {
    const engine = createInMemoryEngine();
    const away = new EngineError('unavailable', 'ECONNREFUSED', 'away');
    engine.failNextCall('addDocuments', away);
    engine.failNextCall('addDocuments', away);
    await expect(engine.version()).resolves.toBeDefined();
    await expect(engine.addDocuments('offers', [line('a')])).rejects.toBe(away);
    await expect(engine.addDocuments('offers', [line('a')])).rejects.toBe(away);
    await engine.addDocuments('offers', [line('a')]);
    await expect(engine.countDocuments('offers')).resolves.toBe(1);
  });

  it('lets a planned batch fail as a whole', async () => {
    const engine = createInMemoryEngine({ processing: 'on-demand' });
    const tasks = [await engine.addDocuments('offers', [line('a')]), await engine.addDocuments('offers', [line('b')])];
    engine.failNextBatch({ code: 'vector_embedding_error', message: 'embedder away', type: 'invalid_request' });
    engine.process();
    const refusal = { code: 'vector_embedding_error', message: 'embedder away' };
    await expect(engine.tasks(tasks.map(({ uid }) => uid))).resolves.toEqual([
      { uid: tasks[0]!.uid, status: 'failed', blames: 'engine', refusal },
      { uid: tasks[1]!.uid, status: 'failed', blames: 'engine', refusal },
    ]);
    await expect(engine.countDocuments('offers')).resolves.toBeNull();
  });

  it('forgets ended tasks and keeps open ones', async () => {
    const engine = createInMemoryEngine({ processing: 'on-demand' });
    const ended = await engine.createIndex('a');
    engine.process();
    const open = await engine.createIndex('b');
    engine.forgetTasks();
    await expect(engine.tasks([ended.uid, open.uid])).resolves.toMatchObject([
      { status: 'unknown' },
      { status: 'enqueued' },
    ]);
  });

  it('gives out nothing by which one could change what is inside', async () => {
    const engine = createInMemoryEngine();
    await engine.addDocuments('offers', ['{"_meilisearch_id":"a","tags":["x"]}']);
    const [document] = (await engine.documents('offers', {})).documents;
    const settings = await engine.settings('offers');
    expect(() => (document!.tags as string[]).push('y')).toThrow(TypeError);
    expect(() => (settings!.stopWords = ['le'])).toThrow(TypeError);
    expect((await engine.documents('offers', {})).documents).toEqual([{ _meilisearch_id: 'a', tags: ['x'] }]);
    await expect(engine.settings('offers')).resolves.toMatchObject({ stopWords: [] });
  });
});
