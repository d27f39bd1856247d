import { startMeilisearch, type MeilisearchServer } from '../../scripts/meilisearch-server';
import { DEFAULT_SETTINGS } from '../../server/src/engine/default-settings';
import { NEEDED_KEY_ACTIONS } from '../../server/src/engine/key-actions';
import { createMeilisearchEngine } from '../../server/src/engine/meilisearch-engine';
import { planSettings } from '../../server/src/engine/plan-settings';
import type { EnqueuedTask, IndexSettings, SearchEngine } from '../../server/src/engine/search-engine';
import { settleTasks } from '../support/settle-tasks';

/** What only the real engine can show. */
describe('Meilisearch', () => {
  let server: MeilisearchServer;
  let engine: SearchEngine;

  beforeAll(async () => {
    server = await startMeilisearch();
    engine = engineWithKey(server.apiKey);
  });

  afterAll(() => server.stop());

  function engineWithKey(apiKey: string, timeout = 10_000): SearchEngine {
    return createMeilisearchEngine({ host: server.host, apiKey, timeout });
  }

  /** Asks the engine behind the adapter's back. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as the engine answers, which is what is tested
  async function ask(method: string, path: string, body?: unknown): Promise<any> {
    const response = await fetch(`${server.host}${path}`, {
      method,
      headers: { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.json();
  }

  async function done(task: Promise<EnqueuedTask>): Promise<void> {
    expect(await settleTasks(engine, [await task])).toMatchObject([{ status: 'succeeded' }]);
  }

  describe('that refuses a request with a large body', () => {
    const large = [JSON.stringify({ _meilisearch_id: 'a', text: 'x'.repeat(1_000_000) })];

    it('answers the next request all the same, when the key was wrong', async () => {
      const stranger = engineWithKey('wrong-key', 3_000);
      for (let round = 0; round < 10; round += 1) {
        await expect(stranger.addDocuments('refused', large)).rejects.toMatchObject({
          fault: 'unauthorized',
          code: 'invalid_api_key',
        });
      }
    });

    it('answers the next request all the same, when the body was too large', async () => {
      const patient = engineWithKey(server.apiKey, 20_000);
      const tooLarge = [JSON.stringify({ _meilisearch_id: 'a', text: 'x'.repeat(105_000_000) })];
      await expect(patient.addDocuments('refused', tooLarge)).rejects.toMatchObject({
        fault: 'rejected',
        code: 'payload_too_large',
      });
      await expect(patient.version()).resolves.toMatch(/^1\./);
      await expect(patient.countDocuments('refused')).resolves.toBeNull();
    });
  });

  describe('and the actions of a key', () => {
    const makeKey = async (actions: readonly string[], indexes: readonly string[]): Promise<string> =>
      (await ask('POST', '/keys', { actions, indexes, expiresAt: null })).key;

    const condition = async () => ({
      tasks: (await ask('GET', '/tasks?limit=0')).total,
      indexes: (await ask('GET', '/indexes?limit=1000')).results,
      settings: await engine.settings('site_offers'),
      documents: await engine.documents('site_offers', {}),
    });

    beforeAll(() => done(engine.addDocuments('site_offers', ['{"_meilisearch_id":"a"}'])));

    it.each(NEEDED_KEY_ACTIONS)('notices that only %s is missing', async (action) => {
      const others = NEEDED_KEY_ACTIONS.filter((other) => other !== action);
      const scoped = engineWithKey(await makeKey(others, ['site_*']));
      await expect(scoped.missingKeyActions('site_offers')).resolves.toEqual([action]);
      await expect(scoped.missingKeyActions('site_absent')).resolves.toEqual([action]);
    });

    it.each([
      ['all indexes', ['*']],
      ['a prefix', ['site_*']],
      ['exactly this index', ['site_offers', 'site_absent']],
    ])('finds nothing missing in the least key for %s', async (_, indexes) => {
      const least = engineWithKey(await makeKey(NEEDED_KEY_ACTIONS, indexes));
      await expect(least.missingKeyActions('site_offers')).resolves.toEqual([]);
      await expect(least.missingKeyActions('site_absent')).resolves.toEqual([]);
    });

    it('finds what concerns an index missing in a key for others', async () => {
      const elsewhere = engineWithKey(await makeKey(NEEDED_KEY_ACTIONS, ['blog_*']));
      const missing = await elsewhere.missingKeyActions('site_offers');
      expect(missing).toEqual(expect.arrayContaining(['documents.add', 'documents.get', 'settings.update']));
      expect(missing).not.toContain('tasks.get');
    });

    it('finds everything missing in a wrong key, in none, and all but one in a search key', async () => {
      await expect(engineWithKey('wrong').missingKeyActions('site_offers')).resolves.toEqual(NEEDED_KEY_ACTIONS);
      await expect(engineWithKey('').missingKeyActions('site_offers')).resolves.toEqual(NEEDED_KEY_ACTIONS);
      const searching = engineWithKey(await makeKey(['search', 'version'], ['*']));
      await expect(searching.missingKeyActions('site_offers')).resolves.toEqual(
        NEEDED_KEY_ACTIONS.filter((action) => action !== 'version'),
      );
    });

    it('changes nothing by looking, whatever the key may do', async () => {
      const before = await condition();
      const least = await makeKey(NEEDED_KEY_ACTIONS, ['site_*']);
      for (const key of [server.apiKey, least, 'wrong']) {
        for (const index of ['site_offers', 'site_absent']) await engineWithKey(key).missingKeyActions(index);
      }
      expect(await condition()).toEqual(before);
    });

    it('lets the least key do all that the plugin does', async () => {
      const least = engineWithKey(await makeKey(NEEDED_KEY_ACTIONS, ['site_*']));
      const index = 'site_least';
      const tasks = [
        await least.createIndex(index),
        await least.updateSettings(index, planSettings({ current: null, declared: [], fields: ['title'] })),
        await least.addDocuments(index, ['{"_meilisearch_id":"a","_strapi":{"uid":"u","syncedAt":1,"version":"v"}}']),
        await least.addDocuments('site_implicit', ['{"_meilisearch_id":"a"}']),
        await least.deleteMatching(index, { uid: 'u', syncedBefore: 1 }),
      ];
      const states = await settleTasks(least, tasks);
      expect(states.map(({ status }) => status)).toEqual(tasks.map(() => 'succeeded'));
      await expect(least.countDocuments(index, { uid: 'u' })).resolves.toBe(1);
      await expect(least.documents(index, { ids: ['a'] })).resolves.toMatchObject({ total: 1 });
      await expect(least.settings(index)).resolves.toMatchObject({ searchableAttributes: ['title'] });
      await expect(least.now(index)).resolves.toBeGreaterThan(0);
      await expect(least.version()).resolves.toMatch(/^1\./);
      expect(await settleTasks(least, [await least.deleteIndex(index)])).toMatchObject([{ status: 'succeeded' }]);
    });
  });

  describe('with planned settings', () => {
    const document = JSON.stringify({
      _meilisearch_id: 'offer-abc123-fr',
      _strapi: { uid: 'api::offer.offer', syncedAt: 1795312800123, version: '9f2c' },
      title: 'Stage à Nantes',
      skills: [{ name: 'typescript' }],
    });
    const fields = ['_meilisearch_id', '_strapi', 'title', 'skills'];
    const hits = async (index: string, q: string) => (await ask('POST', `/indexes/${index}/search`, { q })).hits.length;

    it('finds documents by their content, and never by what the plugin adds', async () => {
      await done(engine.updateSettings('planned', planSettings({ current: null, declared: [], fields })));
      await done(engine.addDocuments('planned', [document]));
      for (const content of ['stage', 'nantes', 'typescript']) expect(await hits('planned', content)).toBe(1);
      for (const own of ['1795312800123', '1795', '9f2c', 'api', 'abc123']) expect(await hits('planned', own)).toBe(0);
      await expect(
        engine.countDocuments('planned', { uid: 'api::offer.offer', syncedBefore: 1795312800124 }),
      ).resolves.toBe(1);
    });

    it('counts what is nobody’s also by patterns that others set', async () => {
      const current = { ...planSettings({ current: null, declared: [], fields }) };
      const patterns = [
        {
          attributePatterns: ['_str*'],
          features: { facetSearch: true, filter: { equality: false, comparison: false } },
        },
      ];
      await done(engine.updateSettings('patterns', { ...current, filterableAttributes: patterns }));
      await done(engine.addDocuments('patterns', [document, '{"_meilisearch_id":"foreign"}']));
      await expect(engine.countDocuments('patterns', { unowned: true })).rejects.toMatchObject({ fault: 'rejected' });
      const patch = planSettings({ current: await engine.settings('patterns'), declared: [], fields });
      expect(Object.keys(patch)).toEqual(['filterableAttributes']);
      await done(engine.updateSettings('patterns', patch));
      await expect(engine.countDocuments('patterns', { unowned: true })).resolves.toBe(1);
      await expect(engine.countDocuments('patterns', { uid: 'api::offer.offer', syncedBefore: 2e15 })).resolves.toBe(1);
    });

    const granular = { attributePatterns: ['tags.*'], features: { filter: { comparison: true } } };
    const declarations: [string, IndexSettings][] = [
      ['nothing', {}],
      ['displayedAttributes', { displayedAttributes: ['title', 'skills', 'title'] }],
      ['all displayedAttributes', { displayedAttributes: ['title', '*'] }],
      ['searchableAttributes', { searchableAttributes: ['skills.name', 'title'] }],
      ['no searchableAttributes', { searchableAttributes: [] }],
      ['all searchableAttributes', { searchableAttributes: ['*'] }],
      ['filterableAttributes', { filterableAttributes: ['title', granular, 'title'] }],
      ['sortableAttributes', { sortableAttributes: ['z', 'a', 'a'] }],
      ['rankingRules', { rankingRules: ['words', 'sort', 'price:asc'] }],
      ['stopWords', { stopWords: ['un', 'À', 'le', 'le'] }],
      ['tokens', { separatorTokens: ['|', '&'], nonSeparatorTokens: ['@', '#'], dictionary: ['W. E. B.', 'J. R. R.'] }],
      ['synonyms', { synonyms: { stage: ['internship', 'alternance'], Été: ['summer'] } }],
      ['distinctAttribute', { distinctAttribute: 'title' }],
      ['proximityPrecision', { proximityPrecision: 'byAttribute' }],
      ['typoTolerance', { typoTolerance: { minWordSizeForTypos: { oneTypo: 4 }, disableOnNumbers: true } }],
      ['words without typos', { typoTolerance: { disableOnWords: ['L’Oréal', 'Été', 'Œuvre', 'été', 'deux mots'] } }],
      ['attributes without typos', { typoTolerance: { disableOnAttributes: ['title', 'code', 'code'] } }],
      ['faceting', { faceting: { maxValuesPerFacet: 20, sortFacetValuesBy: { city: 'count' } } }],
      ['pagination', { pagination: { maxTotalHits: 5000 } }],
      ['an embedder', { embedders: { own: { source: 'userProvided', dimensions: 3 } } }],
      ['no embedder of a name', { embedders: { other: null } }],
      ['searchCutoffMs', { searchCutoffMs: 150 }],
      [
        'localizedAttributes',
        { localizedAttributes: [{ attributePatterns: ['*_fr'], locales: ['fr', 'eng', 'cmn', 'zh'] }] },
      ],
      ['facetSearch and prefixSearch', { facetSearch: false, prefixSearch: 'disabled' }],
      ['defaults of everything', Object.fromEntries(Object.keys(DEFAULT_SETTINGS).map((key) => [key, null]))],
    ];

    it.each(declarations)('has nothing left to plan when %s is declared', async (name, declared) => {
      const index = `declared_${declarations.findIndex(([other]) => other === name)}`;
      const plan = async () => planSettings({ current: await engine.settings(index), declared: [declared], fields });
      await done(engine.updateSettings(index, await plan()));
      expect(await plan()).toEqual({});
    });

    it('sends a secret again, because the engine shows it masked', async () => {
      const embedders = { ai: { source: 'openAi', apiKey: 'sk-0123456789-0123456789-0123456789' } };
      const plan = async () =>
        planSettings({ current: await engine.settings('secret'), declared: [{ embedders }], fields });
      await done(engine.updateSettings('secret', await plan()));
      expect(await plan()).toEqual({ embedders });
    });
  });

  it('starts an index with the defaults that the plugin knows', async () => {
    await done(engine.createIndex('fresh'));
    await expect(engine.settings('fresh')).resolves.toMatchObject(DEFAULT_SETTINGS);
  });

  it('accepts no key but its own', async () => {
    await expect(engineWithKey('wrong').version()).rejects.toMatchObject({
      fault: 'unauthorized',
      code: 'invalid_api_key',
    });
    await expect(engineWithKey('').version()).rejects.toMatchObject({
      fault: 'unauthorized',
      code: 'missing_authorization_header',
    });
  });
});
