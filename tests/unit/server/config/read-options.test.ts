import { globalOptionsSchema } from '../../../../server/src/config/options';
import { readOptions } from '../../../../server/src/config/read-options';
import { HOUSING, OFFER, TYPES, UPDATE } from '../fixtures/configurable-types';

/** What is set where nothing is configured. */
const DEFAULTS = globalOptionsSchema.parse({});

const read = (raw: unknown, types = TYPES) => readOptions(raw, types);
const optionsOf = (raw: unknown, uid: string) => read(raw).collections.get(uid)?.options;
const pathsOf = (raw: unknown) => read(raw).problems.map(({ path }) => path);

describe('the place of a collection in the configuration', () => {
  it('is under `collections` by uid', () => {
    expect(optionsOf({ collections: { [OFFER]: { indexName: 'offers' } } }, OFFER)?.indexName).toBe('offers');
  });

  it('is at the top level by modelName, as in strapi-plugin-meilisearch', () => {
    const raw = { host: 'http://127.0.0.1:7700', offer: { indexName: 'offers' }, housing: { indexName: 'rooms' } };
    expect(optionsOf(raw, OFFER)?.indexName).toBe('offers');
    expect(optionsOf(raw, HOUSING)?.indexName).toBe('rooms');
    expect(read(raw).problems).toEqual([]);
  });

  it('is that of its uid where both are there, and nothing of the other is mixed in', () => {
    const raw = { offer: { indexName: 'old', enabled: true }, collections: { [OFFER]: { indexName: 'new' } } };
    expect(optionsOf(raw, OFFER)?.indexName).toBe('new');
    expect(optionsOf(raw, OFFER)?.enabled).toBeUndefined();
  });

  it('is under `collections` by modelName where the modelName is the name of an option', () => {
    const raw = { update: { purgeGuard: 0.1 }, collections: { update: { indexName: 'news' } } };
    expect(optionsOf(raw, UPDATE)?.indexName).toBe('news');
    expect(read(raw).global.update).toEqual({ purgeGuard: 0.1 });
    expect(read(raw).problems).toEqual([]);
  });

  it('is that of its uid also where the modelName is the name of an option', () => {
    const raw = { collections: { update: { indexName: 'old' }, [UPDATE]: { indexName: 'new' } } };
    expect(optionsOf(raw, UPDATE)?.indexName).toBe('new');
  });

  it('is not the top level where the modelName is the name of an option', () => {
    const raw = { update: { indexName: 'news' } };
    expect(optionsOf(raw, UPDATE)?.indexName).toBeUndefined();
    expect(pathsOf(raw)).toEqual(['update.indexName']);
  });

  it('is under `collections` by modelName also where that is `collections`', () => {
    const type = { uid: 'api::collections.collections', modelName: 'collections' };
    const { collections, problems } = read({ collections: { collections: { indexName: 'news' } } }, [type]);
    expect(collections.get(type.uid)?.options.indexName).toBe('news');
    expect(problems).toEqual([]);
  });

  it('is none for a modelName that every object has', () => {
    const type = { uid: 'api::constructor.constructor', modelName: 'constructor' };
    const { collections, problems } = read({}, [type]);
    expect(collections.get(type.uid)?.options).toMatchObject({ entriesQuery: {}, settings: {} });
    expect(problems).toEqual([]);
  });

  it('is not under `collections` by any other modelName', () => {
    const raw = { collections: { offer: { indexName: 'offers' } } };
    expect(optionsOf(raw, OFFER)?.indexName).toBeUndefined();
    expect(read(raw).problems).toEqual([
      {
        path: 'collections.offer',
        given: '{"indexName":"offers"}',
        allowed: 'the uid of a content type that can be synced, such as api::article.article',
      },
    ]);
  });

  it('may be nowhere: then it has the defaults', () => {
    const { collections } = read({ host: 'http://127.0.0.1:7700' });
    expect([...collections.keys()]).toEqual([OFFER, HOUSING, UPDATE]);
    for (const { options, problems } of collections.values()) {
      expect(options).toMatchObject({ entriesQuery: {}, settings: {} });
      expect(problems).toEqual([]);
    }
  });

  it.each([null, undefined])('may hold %s, which is nothing', (nothing) => {
    expect(read({ offer: nothing, collections: { [HOUSING]: nothing } }).problems).toEqual([]);
  });
});

describe('a configuration without a fault', () => {
  it.each([undefined, null, {}, { collections: undefined }, { collections: null }, { collections: {} }])(
    'may be empty: %j',
    (raw) => {
      const { global, problems } = read(raw);
      expect(problems).toEqual([]);
      expect(global).toEqual(DEFAULTS);
    },
  );

  it.each([undefined, null, ''])('takes %j for "not configured", as env() answers an unset variable', (unset) => {
    const raw = { host: unset, apiKey: unset, timeout: unset, indexPrefix: unset, batchBytes: unset };
    const { global, problems } = read(raw);
    expect(problems).toEqual([]);
    expect(global.host).toBeUndefined();
    expect(global.apiKey).toBeUndefined();
    expect(global).toMatchObject({ timeout: 10_000, indexPrefix: '', batchBytes: 4_000_000 });
  });

  it.each([undefined, null, ''])('takes %j for "not configured" in a collection too', (unset) => {
    const raw = { offer: { host: unset, apiKey: unset, indexName: unset, enabled: unset } };
    expect(read(raw).problems).toEqual([]);
    expect(optionsOf(raw, OFFER)).toEqual(optionsOf({}, OFFER));
  });

  it.each([undefined, null, ''])('takes %j for "not configured" within an option too', (unset) => {
    const raw = {
      check: { schedule: unset, window: unset },
      notify: { webhook: unset, email: unset },
      offer: { entriesQuery: { status: unset } },
    };
    const { global, problems } = read(raw);
    expect(problems).toEqual([]);
    expect(global).toEqual(DEFAULTS);
    expect(optionsOf(raw, OFFER)).toEqual(optionsOf({}, OFFER));
  });

  it('keeps what is empty where that has a meaning of its own', () => {
    const offer = {
      settings: { embedders: null, separator: '' },
      entriesQuery: { filters: { city: null, title: '' } },
    };
    expect(optionsOf({ offer }, OFFER)).toMatchObject(offer);
  });

  it('may name a host without http://', () => {
    const { global, problems } = read({ host: 'localhost:7700' });
    expect(problems).toEqual([]);
    expect(global.host).toBe('localhost:7700');
  });

  it('keeps what is set', () => {
    const raw = { host: 'http://127.0.0.1:7700', apiKey: 'key', timeout: 500, indexPrefix: 'a_', batchBytes: 50_000 };
    expect(read(raw).global).toEqual({ ...DEFAULTS, ...raw });
  });
});
