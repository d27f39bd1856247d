import fc from 'fast-check';

import { readOptions } from '../../../../server/src/config/read-options';
import { HOUSING, OFFER, TYPES } from '../fixtures/configurable-types';

const read = (raw: unknown) => readOptions(raw, TYPES);
const pathsOf = (raw: unknown) => read(raw).problems.map(({ path }) => path);

const ALL_OPTIONS =
  'an option (host, apiKey, timeout, indexPrefix, batchBytes, update, check, notify, ledger, collections)';
/** What is set where nothing is configured. */
const DEFAULTS = readOptions({}, TYPES).global;
const ANY_UID = 'the uid of a content type that can be synced, such as api::article.article';

describe('a wrong option', () => {
  it.each<[sentence: string, raw: unknown, problem: { path: string; given: string; allowed: string }]>([
    [
      'of the plugin is named by its path',
      { timeout: '5 s' },
      { path: 'timeout', given: '"5 s"', allowed: 'milliseconds, from 100 to 600000' },
    ],
    [
      'within an option is named by its path',
      { update: { purgeGuard: 2 } },
      { path: 'update.purgeGuard', given: '2', allowed: 'a share from 0 to 1' },
    ],
    [
      'of a collection is named by its path under the uid',
      { collections: { [OFFER]: { entriesQuery: { limit: 0 } } } },
      {
        path: `collections.${OFFER}.entriesQuery.limit`,
        given: '0',
        allowed: 'a whole number from 1 on: the entries read at once',
      },
    ],
    [
      'of a collection is named by its path under the modelName',
      { offer: { enabled: 'yes' } },
      { path: 'offer.enabled', given: '"yes"', allowed: 'true or false' },
    ],
    [
      'that is a function is called one',
      { offer: { settings: {}, indexName: () => 'offers' } },
      {
        path: 'offer.indexName',
        given: 'a function',
        allowed: 'an index name (letters, digits, "-" and "_", at most 400) or an array of them',
      },
    ],
    [
      'of an unknown name is reported',
      { hots: 'x' },
      { path: 'hots', given: '"x"', allowed: `${ALL_OPTIONS} or the modelName of a content type` },
    ],
    [
      'of an unknown name within an option is reported',
      { update: { purgeguard: 0.1 } },
      { path: 'update.purgeguard', given: '0.1', allowed: 'no such option; check the spelling' },
    ],
    [
      'of an unknown name within a collection is reported',
      { offer: { entriesQuery: { start: 5 } } },
      { path: 'offer.entriesQuery.start', given: '5', allowed: 'no such option; check the spelling' },
    ],
    [
      'that does not count, because the collection stands elsewhere too, is reported',
      { offer: { indexName: 'old' }, collections: { [OFFER]: {} } },
      {
        path: 'offer',
        given: '{"indexName":"old"}',
        allowed: `one place: collections.${OFFER} counts, this does not`,
      },
    ],
    [
      'for a uid that there is not is reported',
      { collections: { 'api::ofer.ofer': {} } },
      { path: 'collections.api::ofer.ofer', given: '{}', allowed: ANY_UID },
    ],
    [
      'that is long is shown in short',
      { hots: 'x'.repeat(500) },
      { path: 'hots', given: `"${'x'.repeat(78)}…`, allowed: expect.any(String) },
    ],
  ])('%s', (_, raw, problem) => {
    expect(read(raw).problems).toEqual([problem]);
  });

  it.each(['a string', 7, true, [], ['host']])('may be the whole configuration: %j', (raw) => {
    const { global, collections, problems } = read(raw);
    expect(problems).toEqual([{ path: 'config', given: JSON.stringify(raw), allowed: 'an object' }]);
    expect(global.timeout).toBe(10_000);
    expect(collections.size).toBe(TYPES.length);
  });

  it.each(['a string', 7, []])('may be all collections: %j', (collections) => {
    expect(read({ collections }).problems).toEqual([
      { path: 'collections', given: JSON.stringify(collections), allowed: 'an object' },
    ]);
  });

  it.each(['a string', 7, [], true])('may be a whole collection: %j', (collection) => {
    expect(pathsOf({ collections: { [OFFER]: collection } })).toEqual([`collections.${OFFER}`]);
    expect(pathsOf({ offer: collection })).toEqual(['offer']);
  });

  it('does not hide the others of its collection', () => {
    const collection = { enabled: 1, indexName: 'a b', typo: 1, entriesQuery: { limit: 0, status: 'x', start: 1 } };
    expect(pathsOf({ offer: collection }).sort()).toEqual([
      'offer.enabled',
      'offer.entriesQuery.limit',
      'offer.entriesQuery.start',
      'offer.entriesQuery.status',
      'offer.indexName',
      'offer.typo',
    ]);
  });

  it('of the plugin falls back to its default and leaves the others as they are', () => {
    const { global } = read({ host: 'no where', apiKey: 'key', timeout: -1, batchBytes: 20_000, update: { x: 1 } });
    expect(global).toEqual({ ...DEFAULTS, apiKey: 'key', batchBytes: 20_000 });
  });

  it('of a collection falls back to its default and leaves the others as they are', () => {
    const { collections } = read({
      offer: { enabled: 1, indexName: 'offers', typo: 1, settings: { stopWords: ['le'] } },
    });
    expect(collections.get(OFFER)?.options).toMatchObject({
      indexName: 'offers',
      settings: { stopWords: ['le'] },
    });
  });

  it('of a collection stays with it, and the other collections are as configured', () => {
    const raw = { timeout: -1, offer: { enabled: 1 }, housing: { indexName: 'rooms' } };
    const { collections, problems } = read(raw);
    expect(problems.map(({ path }) => path).sort()).toEqual(['offer.enabled', 'timeout']);
    expect(collections.get(OFFER)?.problems.map(({ path }) => path)).toEqual(['offer.enabled']);
    expect(collections.get(OFFER)?.options.enabled).toBeUndefined();
    expect(collections.get(HOUSING)).toMatchObject({ options: { indexName: 'rooms' }, problems: [] });
  });
});

describe('a key', () => {
  const SECRET = 'aSampleMasterKey';

  it.each<[sentence: string, raw: unknown]>([
    ['in a list', { apiKey: [SECRET] }],
    ['in an object', { apiKey: { value: SECRET } }],
    ['of a collection, in a list', { offer: { apiKey: [SECRET] } }],
    ['of a collection, in an object', { collections: { [OFFER]: { apiKey: { value: SECRET } } } }],
    ['under a uid that there is not', { collections: { 'api::ofer.ofer': { apiKey: SECRET } } }],
    ['under a modelName that there is not', { ofer: { apiKey: SECRET } }],
    ['deep in an unknown option', { ofer: { engine: { masterKey: SECRET, adminPassword: SECRET } } }],
    ['in a list of collections', { collections: [{ apiKey: SECRET }] }],
    ['in a collection that is a list', { offer: [{ apiKey: SECRET }] }],
    ['under a misspelt name', { apikey: SECRET }],
    ['under another name', { api_key: SECRET }],
    ['under the name that the engine has for it', { masterKey: SECRET }],
    ['of a collection, under a misspelt name', { offer: { apikey: SECRET } }],
    ['of a collection, under another name', { collections: { [OFFER]: { api_key: SECRET } } }],
    ['that is the password in a host', { host: `ftp://me:${SECRET}@search` }],
    ['that is the password in a host without http://', { host: `me:${SECRET}@search:7700` }],
    ['that is part of a password with an @ in it', { host: `http://me:x@${SECRET}@search` }],
    ['that is part of a password with a slash in it', { host: `http://me:a/${SECRET}@search` }],
    ['that is in the query of a host', { host: `http://search?apiKey=${SECRET}` }],
    ['that is the password in a webhook', { notify: { webhook: `https://me:${SECRET}@example.org/hook` } }],
    ['that is part of a password with a blank in it', { notify: { webhook: `https://me:${SECRET} x@example.org` } }],
    ['that is the path of a webhook', { notify: { webhook: `example.org/hooks/${SECRET}` } }],
    ['that is the path of a webhook in a list', { notify: [{ webhook: `https://example.org/hooks/${SECRET}` }] }],
    ['that is the password in a host of a collection', { offer: { host: `http://me:${SECRET}@search:7700` } }],
  ])('%s is in no problem', (_, raw) => {
    const { problems } = read(raw);
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain(SECRET);
  });
});

it('does not take back what is right beside it in the same option', () => {
  const { global } = read({ update: { purgeGuard: 0, typo: 1 }, check: { window: 'fortnight', repair: false } });
  expect(global.update.purgeGuard).toBe(0);
  expect(global.check).toEqual({ ...DEFAULTS.check, repair: false });
});

describe('a wrong element of a list', () => {
  it('is named by its position, and the others stay', () => {
    const email = ['ops@example.org', 'ops', 'search@example.org', 7];
    const { global, problems } = read({ notify: { email } });
    expect(global.notify.email).toEqual(['ops@example.org', 'search@example.org']);
    expect(problems).toEqual([
      { path: 'notify.email.1', given: '"ops"', allowed: 'an array of e-mail addresses' },
      { path: 'notify.email.3', given: '7', allowed: 'an array of e-mail addresses' },
    ]);
  });

  it('leaves the default where there is no other', () => {
    expect(read({ notify: { email: ['ops'], perHour: 2 } }).global.notify).toEqual({ ...DEFAULTS.notify, perHour: 2 });
  });

  it('leaves the other options of a collection where there is no other', () => {
    const { options } = read({ offer: { indexName: ['été'], settings: { stopWords: ['le'] } } }).collections.get(
      OFFER,
    )!;
    expect(options).toMatchObject({ settings: { stopWords: ['le'] } });
    expect(options.indexName).toBeUndefined();
  });
});

describe('a value that JSON cannot hold', () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const thrower = {
    toJSON: () => {
      throw new Error('no');
    },
  };

  it.each<[sentence: string, raw: unknown, problem: { path: string; given: string }]>([
    ['a bigint', { timeout: 10n }, { path: 'timeout', given: '10' }],
    ['a symbol', { typo: Symbol('x') }, { path: 'typo', given: 'a symbol' }],
    ['what throws when it is looked at', { typo: thrower }, { path: 'typo', given: 'something that cannot be shown' }],
    ['a circle', { logger: circular }, { path: 'logger', given: '{"self":"[Circular]"}' }],
    ['a circle in a collection', { offer: { typo: circular } }, { path: 'offer.typo', given: '{"self":"[Circular]"}' }],
  ])('is a problem like all others: %s', (_, raw, problem) => {
    expect(read(raw).problems).toEqual([expect.objectContaining(problem)]);
  });
});

describe('any configuration at all', () => {
  const names = fc.constantFrom(
    'host',
    'apiKey',
    'timeout',
    'indexPrefix',
    'batchBytes',
    'update',
    'check',
    'notify',
    'ledger',
    'offer',
    'typo',
  );
  const collections = fc.dictionary(fc.constantFrom(OFFER, HOUSING, 'update', 'typo'), fc.anything());
  const raws = fc.oneof(
    fc.anything(),
    fc
      .tuple(fc.dictionary(names, fc.anything()), collections)
      .map(([given, byUid]): unknown => ({ ...given, collections: byUid })),
  );

  it('is read without an exception, with options for every collection and problems that a person can read', () => {
    fc.assert(
      fc.property(raws, (raw) => {
        const { global, collections, problems } = read(raw);
        expect(global.timeout).toBeGreaterThan(0);
        expect([...collections.keys()]).toEqual(TYPES.map(({ uid }) => uid));
        for (const { given, allowed } of problems) {
          expect(given).not.toBe('');
          expect(given.length).toBeLessThanOrEqual(80);
          expect(allowed).not.toBe('');
          // The schema's own words are for developers of schemas.
          expect(allowed).not.toMatch(/^(Invalid|Too|Unrecognized)/);
        }
      }),
    );
  });
});
