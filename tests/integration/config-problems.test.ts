import type { ConfigProblem } from '../../server/src/contract';
import { type AdminApi, createAdminApi, syncOf } from '../support/admin-api';
import { createEngineClient, type EngineClient } from '../support/engine-client';
import { bootPlayground, type PlaygroundApp } from '../support/strapi-app';
import { SECRET_KEY } from './configs/config-problems';

const CITY = 'api::city.city';
const COMPANY = 'api::company.company';
const OWNER = 'api::owner.owner';
const HOUSING = 'api::housing.housing';
const SKILL = 'api::skill.skill';

/** Each wrong option: where, what was given, and a part of what is allowed. */
const PROBLEMS: [path: string, given: string, allowed: string][] = [
  ['timeout', '"soon"', 'milliseconds, from 100 to 600000'],
  ['indexPrefix', '"my site"', 'letters, digits'],
  ['batchBytes', '3', 'bytes, from 10000 to 90000000'],
  ['update.purgeGuard', '2', 'a share from 0 to 1'],
  ['update.purgeGard', '0.5', 'no such option'],
  ['check.schedule', '"daily"', 'a cron rule such as'],
  ['notify.email.0', '"ops"', 'an array of e-mail addresses'],
  ['notify.webhook', 'a secret', 'an address such as https://'],
  ['ledger.keep', '90', "a duration such as '90d'"],
  ['colections', '{}', 'an option (host, apiKey, timeout'],
  ['visitor', '{"indexName":"visitors"}', 'the modelName of a content type'],
  ['owner.entriesQuery.limit', '0', 'a whole number from 1 on'],
  ['collections.api::ghost.ghost', '{"enabled":true}', 'the uid of a content type that can be synced'],
  ['collections.api::city.city.indexName', '"the cities"', 'letters, digits'],
  ['collections.api::city.city.entriesQuery.status', '"finished"', "'draft' or 'published'"],
  ['collections.api::city.city.entriesQuery.locale', '[]', 'array'],
  ['collections.api::city.city.entriesQuery.sorted', '"name"', 'no such option'],
  ['collections.api::city.city.transformEntry', '"upper case"', 'a function'],
  ['collections.api::city.city.noSanitizePrivateFields', '"phone"', 'an array of field names'],
  ['collections.api::city.city.host', '"ftp://nowhere"', 'an address such as'],
  ['collections.api::city.city.apiKey', 'a secret', 'a string'],
  ['collections.api::city.city.enabeld', 'true', 'no such option'],
  ['collections.api::housing.housing.entriesQuery.filters.altitude', '{"$gt":5}', 'fields of api::housing.housing'],
  ['collections.api::housing.housing.entriesQuery.filters.rent.$below', '500', "Strapi's operators"],
  ['collections.api::housing.housing.entriesQuery.populate.1', '"town.region"', 'fields of api::housing.housing'],
  ['collections.api::housing.housing.entriesQuery.fields.1', '"titel"', 'fields of api::housing.housing'],
  ['collections.api::housing.housing.noSanitizePrivateFields.0', '"phone"', 'fields of api::housing.housing'],
  ['collections.api::skill.skill', '"yes"', 'object'],
];

let app: PlaygroundApp;
let api: AdminApi;
let engine: EngineClient;

const byPath = (one: ConfigProblem, other: ConfigProblem) => one.path.localeCompare(other.path);

beforeAll(async () => {
  app = await bootPlayground({ config: require.resolve('./configs/config-problems') });
  api = createAdminApi(app);
  engine = createEngineClient(app.meilisearch);
}, 120_000);

afterAll(() => app.stop());

it.each(['/status', '/settings'])(
  'GET %s lists each wrong option by its path, with what was given and is allowed',
  async (path) => {
    const { body } = await api.get(path).expect(200);
    const problems: ConfigProblem[] = path === '/status' ? body.data.config.problems : body.data.problems;
    const expected = PROBLEMS.map(([place, given, allowed]) => ({
      path: place,
      given,
      allowed: expect.stringContaining(allowed),
    }));
    expect(problems.sort(byPath)).toEqual(expected.sort(byPath));
    expect(JSON.stringify(body)).not.toContain(SECRET_KEY);
  },
);

it('shows each collection what is wrong with it', async () => {
  const paths = async (uid: string) => (await api.collection(uid)).problems.map(({ path }) => path).sort();
  const within = (prefix: string) =>
    PROBLEMS.map(([path]) => path)
      .filter((path) => path.startsWith(prefix))
      .sort();
  expect(await paths(CITY)).toEqual(within('collections.api::city.city'));
  expect(await paths(SKILL)).toEqual(['collections.api::skill.skill']);
  expect(await paths(OWNER)).toEqual(['owner.entriesQuery.limit']);
  expect(await paths(COMPANY)).toEqual([]);
});

it('falls back to the defaults of wrong global options, and syncs what is rightly configured', async () => {
  await app.strapi.documents(COMPANY).create({ data: { name: 'Ada' } });
  await syncOf(app.strapi).settle();
  await api.untilCollection(COMPANY, {
    state: 'in-sync',
    indexes: [{ uid: 'companies', documents: 1 }],
    indexedCount: 1,
  });
});

it('does not sync a collection with a wrong option', async () => {
  await app.strapi.documents(CITY).create({ data: { name: 'Arles' } });
  await syncOf(app.strapi).settle();
  await api.untilCollection(CITY, { enabled: true, pending: 0, indexedCount: 0 });
  expect(await engine.indexNames()).toEqual(['companies']);
});

it.each([
  [CITY, 'collections.api::city.city.', 'allowed: '],
  [SKILL, 'collections.api::skill.skill is "yes"', 'allowed: '],
  [HOUSING, 'entriesQuery.filters.altitude', 'allowed: fields of'],
  [OWNER, 'owner.entriesQuery.limit is 0', 'allowed: a whole number from 1 on'],
])('answers 409 with the reason when %s is to be enabled or updated', async (uid, reason, allowed) => {
  for (const action of ['enable', 'update']) {
    const { body } = await api.post(`/collections/${uid}/${action}`).expect(409);
    expect(body.error.message).toContain(reason);
    expect(body.error.message).toContain(allowed);
  }
  expect(await api.collection(uid)).toMatchObject({ activeRun: null, lastUpdate: null });
});
