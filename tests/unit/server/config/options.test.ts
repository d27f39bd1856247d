import type { z } from 'zod';

import { collectionOptionsSchema, globalOptionsSchema } from '../../../../server/src/config/options';
import { problemsOf } from '../../../../server/src/config/problems';

type Options = Record<string, unknown>;

/** What would be right, by the path of what is wrong. */
function complaints(schema: z.ZodType, given: Options): Record<string, string> {
  const { error } = schema.safeParse(given);
  const problems = error ? problemsOf(schema, error, given, []) : [];
  return Object.fromEntries(problems.map(({ path, allowed }) => [path, allowed]));
}

const INDEX_NAME = 'an index name (letters, digits, "-" and "_", at most 400) or an array of them';
const FUNCTION = 'a function';
const LIMIT = 'a whole number from 1 on: the entries read at once';
const LOCALE = "a locale, an array of locales, or '*'";
const FIELDS = 'an array of field names';
const SETTINGS = 'an object of Meilisearch index settings';
const HOST = 'an address such as http://127.0.0.1:7700, without user, password or query';
const TIMEOUT = 'milliseconds, from 100 to 600000';
const BATCH = 'bytes, from 10000 to 90000000';
const PREFIX = 'letters, digits, "-" and "_", at most 200';
const SHARE = 'a share from 0 to 1';
const CRON_RULE = "a cron rule such as '0 3 * * *', or false";
const WINDOW = "a duration such as '14d', or 'all'";
const AWAY = "a duration such as '15m'";
const KEEP = "a duration such as '90d'";
const COUNT = 'a whole number from 0 on';
const ADDRESSES = 'an array of e-mail addresses';
const WEBHOOK =
  'an address such as https://example.org/hook, without user and password: a secret goes into its path or query';
const PER_HOUR = 'a whole number from 1 on';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('the options of a collection', () => {
  it('default to a collection that is not synced and of which nothing is special', () => {
    expect(collectionOptionsSchema.parse({})).toEqual({
      settings: {},
      entriesQuery: {},
      noSanitizePrivateFields: [],
    });
  });

  it.each<[sentence: string, given: Options]>([
    ['switch it on', { enabled: true }],
    ['name one index', { indexName: 'Offers_2-b' }],
    ['name several indexes', { indexName: ['offers', 'all'] }],
    ['name an index of the greatest length', { indexName: 'x'.repeat(400) }],
    ['transform and filter entries', { transformEntry: () => null, filterEntry: async () => true }],
    ['declare settings that only the engine understands', { settings: { rankingRules: ['words'], brandNew: 1 } }],
    ['select fields', { entriesQuery: { fields: ['title', 'salary'] } }],
    ['select all fields', { entriesQuery: { fields: '*' } }],
    ['filter by anything', { entriesQuery: { filters: { city: { name: { $eq: 'Lyon' } } } } }],
    ['sort and populate in every form', { entriesQuery: { sort: ['title:asc'], populate: { city: true } } }],
    ['populate everything', { entriesQuery: { populate: '*' } }],
    ['read one entry at a time', { entriesQuery: { limit: 1 } }],
    ['ask for any number of entries at a time', { entriesQuery: { limit: 1_000_000 } }],
    ['sync drafts', { entriesQuery: { status: 'draft' } }],
    ['sync what is published', { entriesQuery: { status: 'published' } }],
    ['sync one locale', { entriesQuery: { locale: 'fr' } }],
    ['sync some locales', { entriesQuery: { locale: ['en', 'pt-BR'] } }],
    ['sync all locales', { entriesQuery: { locale: '*' } }],
    ['re-admit private fields', { noSanitizePrivateFields: ['phone', '*'] }],
    ['go to an engine of its own', { host: 'https://search.example.org/path', apiKey: 'key' }],
    ['go to an engine whose address is written without http://', { host: 'search.example.org:7700' }],
    ['open the common engine with a key of its own', { apiKey: 'key' }],
    ['go to an engine that asks for no key', { host: 'http://127.0.0.1:7701', apiKey: '' }],
  ])('may %s', (_, given) => {
    expect(collectionOptionsSchema.parse(given)).toMatchObject(given);
  });

  it.each<[path: string, given: Options, allowed: string]>([
    ['enabled', { enabled: 'true' }, 'true or false'],
    ['enabled', { enabled: 1 }, 'true or false'],
    ['indexName', { indexName: 'job offers' }, INDEX_NAME],
    ['indexName', { indexName: '' }, INDEX_NAME],
    ['indexName', { indexName: 'x'.repeat(401) }, INDEX_NAME],
    ['indexName', { indexName: 7 }, INDEX_NAME],
    ['indexName.1', { indexName: ['offers', 'été'] }, INDEX_NAME],
    ['indexName', { indexName: [] }, INDEX_NAME],
    ['settings', { settings: 'default' }, SETTINGS],
    ['settings', { settings: null }, SETTINGS],
    ['entriesQuery', { entriesQuery: 'all' }, 'an object such as { locale: "*" }'],
    ['transformEntry', { transformEntry: 'toSearch' }, FUNCTION],
    ['filterEntry', { filterEntry: true }, FUNCTION],
    ['entriesQuery.fields', { entriesQuery: { fields: 'title' } }, "'*' or an array of field names"],
    ['entriesQuery.fields', { entriesQuery: { fields: [1] } }, "'*' or an array of field names"],
    ['entriesQuery.filters', { entriesQuery: { filters: ['title'] } }, 'an object of Strapi filters'],
    ['entriesQuery.limit', { entriesQuery: { limit: 0 } }, LIMIT],
    ['entriesQuery.limit', { entriesQuery: { limit: 1.5 } }, LIMIT],
    ['entriesQuery.limit', { entriesQuery: { limit: '100' } }, LIMIT],
    ['entriesQuery.status', { entriesQuery: { status: 'modified' } }, "'draft' or 'published'"],
    ['entriesQuery.locale', { entriesQuery: { locale: 7 } }, LOCALE],
    ['entriesQuery.locale', { entriesQuery: { locale: '' } }, LOCALE],
    ['entriesQuery.locale', { entriesQuery: { locale: [] } }, LOCALE],
    ['noSanitizePrivateFields', { noSanitizePrivateFields: 'phone' }, FIELDS],
    ['noSanitizePrivateFields.0', { noSanitizePrivateFields: [7] }, FIELDS],
    ['host', { host: 'ftp://search.example.org' }, HOST],
    ['host', { host: 'http://me:secret@search.example.org' }, HOST],
    ['host', { host: 'http://search.example.org?index=1' }, HOST],
    ['host', { host: 7700 }, HOST],
    ['apiKey', { apiKey: 7 }, 'a string'],
  ])('may not have %s as in %j: it is %s', (path, given, allowed) => {
    expect(complaints(collectionOptionsSchema, given)).toEqual({ [path]: allowed });
  });

  it('have no other names, at any depth', () => {
    const { error } = collectionOptionsSchema.safeParse({ indexname: 'offers', entriesQuery: { start: 5 } });
    expect(error?.issues).toEqual([
      expect.objectContaining({ code: 'unrecognized_keys', path: ['entriesQuery'], keys: ['start'] }),
      expect.objectContaining({ code: 'unrecognized_keys', path: [], keys: ['indexname'] }),
    ]);
  });
});

describe('the options of the plugin', () => {
  it('default to what suits most', () => {
    expect(globalOptionsSchema.parse({})).toEqual({
      timeout: 10_000,
      indexPrefix: '',
      batchBytes: 4_000_000,
      update: { purgeGuard: 0.5 },
      check: { schedule: '0 3 * * *', window: 14 * DAY, fullSchedule: '0 4 * * 0', repair: true },
      notify: { email: [], unreachableAfter: 15 * MINUTE, perHour: 6 },
      ledger: { keep: 90 * DAY },
    });
  });

  it.each<[sentence: string, given: Options]>([
    ['name the engine without http://', { host: 'localhost:7700' }],
    ['name the engine and its key', { host: 'http://127.0.0.1:7700', apiKey: 'key' }],
    ['wait for the engine very shortly', { timeout: 100 }],
    ['wait for the engine very long', { timeout: 600_000 }],
    ['put nothing before the names of indexes', { indexPrefix: '' }],
    ['put something before the names of indexes', { indexPrefix: 'staging_2-' }],
    ['push the smallest batches', { batchBytes: 10_000 }],
    ['push the largest batches', { batchBytes: 90_000_000 }],
    ['ask before any purge', { update: { purgeGuard: 0 } }],
    ['never ask before a purge', { update: { purgeGuard: 1 } }],
    ['never check by themselves', { check: { schedule: false, fullSchedule: false } }],
    ['check at the minute', { check: { schedule: '*/5 * * * *' } }],
    ['check at the second', { check: { schedule: '30 0 3 * * *' } }],
    ['check on named days', { check: { fullSchedule: '0 4 * * SUN' } }],
    ['check everything each time', { check: { window: 'all' } }],
    ['leave what a check finds to a person', { check: { repair: false } }],
    ['leave any difference to a person', { check: { abortAbove: 0 } }],
    ['repair any number of differences', { check: { abortAbove: 1_000_000_000 } }],
    ['tell nobody by mail', { notify: { email: [] } }],
    ['tell several by mail', { notify: { email: ['ops@example.org', 'search+alerts@example.co.uk'] } }],
    ['tell a webhook', { notify: { webhook: 'https://example.org/hook?room=7' } }],
    ['tell a webhook nearby', { notify: { webhook: 'http://127.0.0.1:8065/hooks/x' } }],
    ['tell at most once an hour', { notify: { perHour: 1 } }],
  ])('may %s', (_, given) => {
    expect(globalOptionsSchema.parse(given)).toMatchObject(given);
  });

  it.each<[words: string, length: number]>([
    ['14d', 14 * DAY],
    ['2 weeks', 14 * DAY],
    ['36 hours', 1.5 * DAY],
    ['1.5h', 90 * MINUTE],
    ['90s', 1.5 * MINUTE],
    ['500ms', 500],
  ])('may give a time in words, as %j', (words, length) => {
    const { check, notify, ledger } = globalOptionsSchema.parse({
      check: { window: words },
      notify: { unreachableAfter: words },
      ledger: { keep: words },
    });
    expect([check.window, notify.unreachableAfter, ledger.keep]).toEqual([length, length, length]);
  });

  it('keep the default of what a nested option leaves out', () => {
    const defaults = globalOptionsSchema.parse({});
    expect(globalOptionsSchema.parse({ update: {}, check: {}, notify: {}, ledger: {} })).toEqual(defaults);
    expect(globalOptionsSchema.parse({ check: { repair: false } }).check).toEqual({ ...defaults.check, repair: false });
  });

  it.each<[path: string, given: Options, allowed: string]>([
    ['host', { host: 'no where' }, HOST],
    ['host', { host: ['http://127.0.0.1:7700'] }, HOST],
    ['apiKey', { apiKey: ['key'] }, 'a string'],
    ['timeout', { timeout: 99 }, TIMEOUT],
    ['timeout', { timeout: 600_001 }, TIMEOUT],
    ['timeout', { timeout: '5000' }, TIMEOUT],
    ['timeout', { timeout: Number.NaN }, TIMEOUT],
    ['timeout', { timeout: Infinity }, TIMEOUT],
    ['timeout', { timeout: 1000.5 }, TIMEOUT],
    ['indexPrefix', { indexPrefix: 'my site' }, PREFIX],
    ['indexPrefix', { indexPrefix: 'x'.repeat(201) }, PREFIX],
    ['indexPrefix', { indexPrefix: 7 }, PREFIX],
    ['batchBytes', { batchBytes: 9999 }, BATCH],
    ['batchBytes', { batchBytes: 90_000_001 }, BATCH],
    ['update', { update: 'always' }, 'an object such as { purgeGuard: 0.5 }'],
    ['update.purgeGuard', { update: { purgeGuard: -0.1 } }, SHARE],
    ['update.purgeGuard', { update: { purgeGuard: 50 } }, SHARE],
    ['update.purgeGuard', { update: { purgeGuard: '50%' } }, SHARE],
    ['check', { check: 'daily' }, "an object such as { schedule: '0 3 * * *', repair: true }"],
    ['check', { check: false }, "an object such as { schedule: '0 3 * * *', repair: true }"],
    ['check.schedule', { check: { schedule: true } }, CRON_RULE],
    ['check.schedule', { check: { schedule: 'daily' } }, CRON_RULE],
    ['check.schedule', { check: { schedule: '61 3 * * *' } }, CRON_RULE],
    ['check.schedule', { check: { schedule: '0 3 * *' } }, CRON_RULE],
    ['check.schedule', { check: { schedule: '0 0 31 2 *' } }, CRON_RULE],
    ['check.schedule', { check: { schedule: '' } }, CRON_RULE],
    ['check.fullSchedule', { check: { fullSchedule: 0 } }, CRON_RULE],
    ['check.fullSchedule', { check: { fullSchedule: '0 4 * * FUNDAY' } }, CRON_RULE],
    ['check.window', { check: { window: 'fortnight' } }, WINDOW],
    ['check.window', { check: { window: '14' } }, WINDOW],
    ['check.window', { check: { window: 14 } }, WINDOW],
    ['check.window', { check: { window: '-14d' } }, WINDOW],
    ['check.window', { check: { window: '0d' } }, WINDOW],
    ['check.window', { check: { window: '' } }, WINDOW],
    ['check.repair', { check: { repair: 'yes' } }, 'true or false'],
    ['check.abortAbove', { check: { abortAbove: -1 } }, COUNT],
    ['check.abortAbove', { check: { abortAbove: 0.2 } }, COUNT],
    ['check.abortAbove', { check: { abortAbove: '20%' } }, COUNT],
    ['notify', { notify: ['ops@example.org'] }, "an object such as { email: ['ops@example.org'] }"],
    ['notify.email', { notify: { email: 'ops@example.org' } }, ADDRESSES],
    ['notify.email.1', { notify: { email: ['ops@example.org', 'ops'] } }, ADDRESSES],
    ['notify.email.0', { notify: { email: ['Ops <ops@example.org>'] } }, ADDRESSES],
    ['notify.webhook', { notify: { webhook: 'example.org/hook' } }, WEBHOOK],
    ['notify.webhook', { notify: { webhook: 'ftp://example.org/hook' } }, WEBHOOK],
    ['notify.webhook', { notify: { webhook: true } }, WEBHOOK],
    ['notify.webhook', { notify: { webhook: 'https://ops:secret@example.org/hook' } }, WEBHOOK],
    ['notify.webhook', { notify: { webhook: 'https://ops@example.org/hook' } }, WEBHOOK],
    ['notify.webhook', { notify: { webhook: 'https://:secret@example.org/hook' } }, WEBHOOK],
    ['notify.unreachableAfter', { notify: { unreachableAfter: 'soon' } }, AWAY],
    ['notify.unreachableAfter', { notify: { unreachableAfter: 15 } }, AWAY],
    ['notify.perHour', { notify: { perHour: 0 } }, PER_HOUR],
    ['notify.perHour', { notify: { perHour: 1.5 } }, PER_HOUR],
    ['ledger', { ledger: '90d' }, "an object such as { keep: '90d' }"],
    ['ledger.keep', { ledger: { keep: 'for ever' } }, KEEP],
    ['ledger.keep', { ledger: { keep: 90 } }, KEEP],
  ])('may not have %s as in %j: it is %s', (path, given, allowed) => {
    expect(complaints(globalOptionsSchema, given)).toEqual({ [path]: allowed });
  });
});
