import { EngineError } from '../../../../server/src/engine/search-engine';
import { createUpdateRun } from '../../../../server/src/runs/update-run';
import { offers } from '../fixtures/collection';
import { beginRuns } from '../fixtures/running';

/** Candidates that a purge looks at in one step, and more than that. */
const LOOK = 500;
const MANY = 700;

/** An offer called `broken` cannot be transformed: what the index has of it stays. */
const collection = offers({
  transformEntry: ({ entry }) => {
    if (entry.title === 'broken') throw new Error('no city');
    return entry;
  },
});

/** Offers of which the database has none any more but the last, and an update of them. */
async function beginUpdate(last: string) {
  const world = beginRuns(collection);
  const { titles, context, push, begin } = world;
  const documentIds = Array.from({ length: MANY + 1 }, (_, position) => `d${position}`);
  for (const documentId of documentIds) titles.set(documentId, documentId);
  await push(...documentIds);
  titles.clear();
  titles.set(`d${MANY}`, last);
  context.purgeGuard = 1;
  return { ...world, ...(await begin('update', { purge: true }, createUpdateRun)) };
}

describe('a purge of more than it looks at in one step', () => {
  it('deletes them all', async () => {
    const { go, searched } = await beginUpdate('Cook');
    expect(await go()).toMatchObject({ status: 'succeeded', counts: { pushed: 1, purged: MANY } });
    expect(await searched()).toEqual({ [`d${MANY}`]: 'Cook' });
  });

  it('deletes nothing that it has not looked at, when others delete meanwhile and what follows moves up', async () => {
    const { engine, context, go, searched } = await beginUpdate('broken');
    const { documents } = context.engine;
    context.engine.documents = async (index, query) => {
      const page = await documents(index, query);
      const isFirstLook = page.documents.length === LOOK && engine.contents(index)?.size === MANY + 1;
      if (isFirstLook) {
        const gone = page.documents.slice(0, LOOK - 100).map(({ _meilisearch_id }) => _meilisearch_id);
        await engine.deleteDocuments(index, gone);
        engine.process();
      }
      return page;
    };
    expect(await go()).toMatchObject({ status: 'succeeded-with-failures' });
    expect(await searched()).toHaveProperty(`d${MANY}`, `d${MANY}`);
  });
});

it('a purge goes on where the engine was away when a living document was to be pushed again', async () => {
  const world = beginRuns();
  const { engine, titles, push, begin } = world;
  titles.set('cook', 'Cook');
  titles.set('nurse', 'Nurse');
  await push('cook', 'nurse');
  // Read by the update before it came into scope again.
  titles.delete('nurse');
  const { go, machine } = await begin('update', { purge: true }, createUpdateRun);
  let record = await go(1);
  while (record.phase !== 'purging') record = await go(1);
  titles.set('nurse', 'Surgeon');

  const away = new EngineError('unavailable', 'ECONNRESET', 'It has hung up.');
  engine.failNextCall('addDocuments', away);
  await expect(go()).rejects.toBe(away);
  expect(await go()).toMatchObject({ status: 'succeeded', counts: { purged: 0 } });
  expect(await world.searched()).toEqual({ cook: 'Cook', nurse: 'Surgeon' });
  expect(machine.obstacle?.()).toBeNull();
});
