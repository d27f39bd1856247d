import type { CollectionDefinition } from '../../../../server/src/collections/collection';
import { EngineError } from '../../../../server/src/engine/search-engine';
import { createIndexKeeper } from '../../../../server/src/writer/index-keeper';
import { createInMemoryEngine } from '../../../support/in-memory-engine';
import { offers } from '../fixtures/collection';

const OWN = ['_strapi.uid', '_strapi.syncedAt'];
const AWAY = new EngineError('unavailable', 'ECONNREFUSED', 'Nothing listens there.');

function begin(...collections: CollectionDefinition[]) {
  const engine = createInMemoryEngine();
  const synced = collections.length > 0 ? collections : [offers()];
  return {
    engine,
    synced,
    keeper: createIndexKeeper(
      engine,
      () => synced,
      async () => undefined,
    ),
  };
}

describe('an index that is to be pushed to', () => {
  it('becomes filterable by what the plugin adds, and searchable in the fields of the documents', async () => {
    const { engine, keeper } = begin();
    expect(await keeper.ensure('offer', ['title', 'city'])).toEqual({ uid: 0, enqueuedAt: expect.any(Number) });
    expect(await engine.settings('offer')).toMatchObject({
      filterableAttributes: OWN,
      searchableAttributes: ['title', 'city'],
    });
  });

  it('is left alone while the fields are known', async () => {
    const { engine, keeper } = begin();
    await keeper.ensure('offer', ['title', 'city']);
    expect(await keeper.ensure('offer', ['city'])).toBeNull();
    expect(await keeper.ensure('offer', [])).toBeNull();
    expect(await engine.settings('offer')).toMatchObject({ searchableAttributes: ['title', 'city'] });
  });

  it('gets its settings again when somebody has deleted it meanwhile', async () => {
    const { engine, keeper } = begin();
    await keeper.ensure('offer', ['title', 'city']);
    await engine.deleteIndex('offer');
    expect(await keeper.ensure('offer', ['city'])).not.toBeNull();
    expect(await engine.settings('offer')).toMatchObject({ filterableAttributes: OWN });
  });

  it('becomes searchable in a new field, behind the others', async () => {
    const { engine, keeper } = begin();
    await keeper.ensure('offer', ['title']);
    expect(await keeper.ensure('offer', ['title', 'salary'])).not.toBeNull();
    expect(await engine.settings('offer')).toMatchObject({ searchableAttributes: ['title', 'salary'] });
  });

  it('gets no task where it is right already', async () => {
    const { engine, keeper } = begin();
    await engine.updateSettings('offer', { filterableAttributes: OWN, searchableAttributes: ['title'] });
    expect(await keeper.ensure('offer', ['title'])).toBeNull();
  });

  it('keeps what another tool has set', async () => {
    const { engine, keeper } = begin();
    await engine.updateSettings('offer', {
      filterableAttributes: ['rent'],
      stopWords: ['le'],
      searchableAttributes: ['x'],
    });
    await keeper.ensure('offer', ['title']);
    expect(await engine.settings('offer')).toMatchObject({
      filterableAttributes: [...OWN, 'rent'],
      searchableAttributes: ['x', 'title'],
      stopWords: ['le'],
    });
  });

  it('keeps searchable what lies in it, behind the fields of the documents', async () => {
    const { engine, keeper } = begin();
    const old = { _meilisearch_id: 'page-1', _strapi: { uid: 'api::page.page' }, body: 'x', title: 'y' };
    await engine.addDocuments('offer', [JSON.stringify(old)]);
    await keeper.ensure('offer', ['title', 'city']);
    expect(await engine.settings('offer')).toMatchObject({ searchableAttributes: ['title', 'city', 'body'] });
  });

  it('gets what its collection declares', async () => {
    const { engine, keeper } = begin(
      offers({ settings: { sortableAttributes: ['date'], searchableAttributes: ['title'] } }),
    );
    await keeper.apply('offer', ['title', 'city']);
    expect(await engine.settings('offer')).toMatchObject({
      sortableAttributes: ['date'],
      searchableAttributes: ['title'],
    });
  });

  it('gets what all the collections in it declare, and nothing of others', async () => {
    const { engine, keeper } = begin(
      offers({ indexes: ['all', 'offer'], settings: { sortableAttributes: ['date'] } }),
      offers({ indexes: ['all'], settings: { sortableAttributes: ['rent'] } }),
      offers({ indexes: ['other'], settings: { sortableAttributes: ['size'] } }),
    );
    await keeper.apply('all', ['title']);
    expect(await engine.settings('all')).toMatchObject({ sortableAttributes: ['date', 'rent'] });
    expect(await engine.settings('offer')).toBeNull();
  });

  it('gets what a collection declares that was enabled meanwhile', async () => {
    const { engine, keeper, synced } = begin();
    await keeper.ensure('offer', ['title']);
    synced.push(offers({ uid: 'api::job.offer', settings: { sortableAttributes: ['date'] } }));
    await keeper.apply('offer', ['title']);
    expect(await engine.settings('offer')).toMatchObject({ sortableAttributes: ['date'] });
  });

  it('does not get what its collection declares before an update applies it', async () => {
    const { engine, keeper } = begin(offers({ settings: { sortableAttributes: ['date'], stopWords: 'wrong' } }));
    await keeper.ensure('offer', ['title']);
    expect(await engine.settings('offer')).toMatchObject({ sortableAttributes: [], searchableAttributes: ['title'] });
  });

  it('keeps the searchable fields that its collection declares, whatever new ones appear', async () => {
    const { engine, keeper } = begin(offers({ settings: { searchableAttributes: ['title'] } }));
    await keeper.apply('offer', ['title']);
    expect(await keeper.ensure('offer', ['title', 'salary'])).toBeNull();
    expect(await engine.settings('offer')).toMatchObject({ searchableAttributes: ['title'] });
  });

  it('is not confused with another', async () => {
    const { engine, keeper } = begin(offers({ indexes: ['one', 'other'] }));
    await keeper.ensure('one', ['title']);
    await keeper.ensure('other', ['city']);
    expect(await engine.settings('one')).toMatchObject({ searchableAttributes: ['title'] });
    expect(await engine.settings('other')).toMatchObject({ searchableAttributes: ['city'] });
  });

  it('keeps the fields that are on their way when another is added', async () => {
    const engine = createInMemoryEngine({ processing: 'on-demand' });
    const keeper = createIndexKeeper(
      engine,
      () => [offers()],
      async () => undefined,
    );
    await keeper.ensure('offer', ['title']);
    await keeper.ensure('offer', ['city']);
    engine.process();
    expect(await engine.settings('offer')).toMatchObject({ searchableAttributes: ['title', 'city'] });
  });
});

describe('an index whose settings were lost', () => {
  it.each<[sentence: string, indexes: [string?]]>([
    ['that was forgotten', ['offer']],
    ['that was forgotten with all others', []],
  ])('gets them again: one %s', async (_, indexes) => {
    const { engine, keeper } = begin();
    await keeper.ensure('offer', ['title']);
    await engine.deleteIndex('offer');
    keeper.forget(...indexes);
    await keeper.ensure('offer', ['title']);
    expect(await engine.settings('offer')).toMatchObject({
      filterableAttributes: OWN,
      searchableAttributes: ['title'],
    });
  });

  it('is not asked for when another was forgotten', async () => {
    const { engine, keeper } = begin();
    await keeper.ensure('offer', ['title']);
    keeper.forget('other');
    engine.failNextCall('storedFields', AWAY);
    expect(await keeper.ensure('offer', ['title'])).toBeNull();
  });

  it.each(['storedFields', 'settings', 'updateSettings'] as const)(
    'gets them at the next attempt when %s failed',
    async (method) => {
      const { engine, keeper } = begin();
      engine.failNextCall(method, AWAY);
      await expect(keeper.ensure('offer', ['title'])).rejects.toBe(AWAY);
      expect(await keeper.ensure('offer', ['title'])).not.toBeNull();
      expect(await engine.settings('offer')).toMatchObject({ searchableAttributes: ['title'] });
    },
  );
});
