import type { Struct, UID } from '@strapi/types';

import { findUsersPermissionsRule } from '../../server/src/collections/users-permissions-rule';
import type { Entry } from '../../server/src/config/options';
import { administrator } from '../../scripts/playground-database';
import { aHousing, anOffer } from '../support/entries';
import { addOffice } from '../support/office';
import { recordPushedLines } from '../support/pushed-lines';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

const USER = 'plugin::users-permissions.user';
const ADMIN = 'admin::user';
const DOSSIER = 'api::office.dossier';
const REMARK = 'api::office.remark';
const OWN = ['owner', 'housing', 'company', 'offer', 'homepage'].map((name) => `api::${name}.${name}`);
const SYNCED = [...OWN, USER, DOSSIER, REMARK];

/** Names of fields that nobody but the site's staff may see. */
const PRIVATE_FIELDS = new Set([
  'phone',
  'password',
  'resetPasswordToken',
  'confirmationToken',
  'createdBy',
  'updatedBy',
  'roles',
  'apiTokens',
  'secret',
  'diagnosis',
  'informer',
]);

let app: SyncedPlayground;
/** Values that nobody but the site's staff may see, wherever they stand. */
let secrets: string[];

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/privacy'), prepare: addOffice });
  secrets = [...(await fillSite()), ...(await fillOffice())];
  await app.sync.settle();
}, 120_000);

afterAll(() => app.stop());

/** Saves as an administrator does, so that the site knows who wrote what. */
async function save(uid: string, data: object, kind = 'collection-types', action = ''): Promise<string> {
  const path = `/content-manager/${kind}/${uid}${action}`;
  const response = await app.http.post(path).auth(app.admin.token, { type: 'bearer' }).send(data);
  expect({ path, error: response.body.error }).toEqual({ path, error: undefined });
  return response.body.data.documentId;
}

const connected = (documentId: string) => ({ connect: [{ documentId }] });

/** One entry of each collection, related in circles; answers all that is secret in them. */
async function fillSite(): Promise<string[]> {
  const landlord = { phone: '+33 6 99 88 77 66', email: 'landlord@private.example' };
  const tokens = { resetPasswordToken: 'reset-me-a3f1', confirmationToken: 'confirm-me-b7c2' };

  const company = await save('api::company.company', { name: 'Orchard & Sons' });
  const owner = await save('api::owner.owner', { name: 'Alix Roche', ...landlord, company: connected(company) });
  const housing = await save('api::housing.housing', aHousing({ owner: connected(owner) }));
  await save('api::offer.offer', anOffer({ company: connected(company) }), 'collection-types', '/actions/publish');
  const homepage = { title: 'Welcome', featuredHousing: connected(housing) };
  await save('api::homepage.homepage', homepage, 'single-types', '/actions/publish');
  // Their relations came after them.
  for (const [uid, documentId] of Object.entries({ 'api::company.company': company, 'api::owner.owner': owner })) {
    await app.documents(uid).update({ documentId, data: {} });
  }

  const role = await app.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  const user = { username: 'camille', email: 'camille@example.org', provider: 'local', password: 'Correct-horse-1' };
  const { id } = await app.documents(USER).create({ data: { ...user, ...tokens, role: role.id } });
  const { password } = await app.strapi.db.query(USER).findOne({ where: { id } });

  return [...Object.values(landlord), ...Object.values(tokens), user.password, password, administrator.email];
}

/** Three dossiers one below the other, full of people and of what is private; answers that. */
async function fillOffice(): Promise<string[]> {
  const secret = 'told-in-confidence';
  const user = { username: 'dominique', email: 'dominique@example.org', provider: 'local' };
  const { id: holder } = await app.documents(USER).create({ data: { ...user, confirmationToken: secret } });
  const reviewer = await app.strapi.db.query(ADMIN).findOne({ where: { email: administrator.email } });

  const people = { name: 'Person', holder, reviewer: reviewer.id, secret };
  const written = { createdBy: reviewer.id, updatedBy: reviewer.id };
  const stamp = { ...people, name: 'Stamp' };
  const card = { ...people, name: 'Card', password: secret, stamp };
  const zone = [
    { __component: 'office.card', ...card },
    { __component: 'office.stamp', ...stamp },
  ];

  const remark = { ...people, ...written, name: 'Remark' };
  const loose = await app.documents(REMARK).create({ data: remark });
  const admin = { __type: ADMIN, id: reviewer.id };
  const linked = { subject: admin, links: [admin, { __type: REMARK, id: loose.id }] };
  const hidden = { diagnosis: secret, informer: holder, password: secret };
  const content = { ...people, ...written, ...hidden, ...linked, card, cards: [card, card], zone };

  let parent: string | null = null;
  for (const name of ['Grandparent', 'Parent', 'Child']) {
    const { documentId, id } = await app.documents(DOSSIER).create({ data: { ...content, name, parent } });
    for (const field of ['remarks', 'verdict']) {
      const about = [{ __type: DOSSIER, id, __pivot: { field } }];
      await app.documents(REMARK).create({ data: { ...remark, about } });
    }
    parent = documentId;
  }
  const dossiers = (await app.strapi.db.query(DOSSIER).findMany()) as { password: string }[];
  return [secret, reviewer.password, ...dossiers.map(({ password }) => password)];
}

/** Every field of a value at every depth, with the way to it. */
function* fieldsOf(value: unknown, path = ''): Generator<{ path: string; name: string; value: unknown }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const here = path === '' ? name : `${path}.${name}`;
    yield { path: here, name, value: inner };
    yield* fieldsOf(inner, here);
  }
}

/** Where anything private lies in the engine, in whatever index. */
async function leaks(): Promise<string[]> {
  const found: string[] = [];
  for (const index of await app.engine.indexNames()) {
    for (const document of await app.engine.documents(index)) {
      for (const { path, name, value } of fieldsOf(document)) {
        const isSecret = typeof value === 'string' && secrets.some((secret) => value.includes(secret));
        if (PRIVATE_FIELDS.has(name) || isSecret) found.push(`${index}: ${path}`);
      }
    }
  }
  return found;
}

const one = async (index: string) => {
  const documents = await app.engine.documents(index);
  expect(documents).toHaveLength(1);
  return documents[0]!;
};

it('pushes relations as deep as they are asked for', async () => {
  expect(await one('housings')).toMatchObject({ owner: { name: 'Alix Roche' } });
  expect(await one('companies')).toMatchObject({ landlord: { housings: [{ owner: { name: 'Alix Roche' } }] } });
  expect(await one('offers')).toMatchObject({ company: { landlord: { name: 'Alix Roche' } } });
  expect(await one('homepages')).toMatchObject({ featuredHousing: { owner: { name: 'Alix Roche' } } });
  expect(await app.engine.documents('users')).toContainEqual(
    expect.objectContaining({ username: 'camille', role: expect.objectContaining({ type: 'authenticated' }) }),
  );
});

it('pushes users and administrators that entries, components and zones lead to, two levels deep', async () => {
  const dossiers = await app.engine.documents('dossiers');
  const people = { holder: { username: 'dominique' }, reviewer: { firstname: expect.any(String) } };
  const remark = { name: 'Remark', ...people };
  const card = { name: 'Card', ...people, stamp: { name: 'Stamp', ...people } };
  const zone = [
    { __component: 'office.card', ...card },
    { __component: 'office.stamp', ...people },
  ];
  const linked = { subject: { __type: ADMIN }, links: [{ __type: ADMIN }, { __type: REMARK, ...remark }] };
  const full = { ...people, ...linked, card, cards: [card, card], zone, remarks: [remark], verdict: remark };
  expect(dossiers.find(({ name }) => name === 'Child')).toMatchObject({
    ...full,
    parent: { name: 'Parent', ...full, parent: { name: 'Grandparent', ...full } },
  });
});

it('pushes nothing private of what is saved, but for the one field that the configuration lets out', async () => {
  expect(await leaks()).toEqual(['owners: phone']);
});

it('pushes nothing private in an update either', async () => {
  for (const uid of SYNCED) {
    const run = await app.sync.waitForRun((await app.sync.update(uid)).id);
    expect(run).toMatchObject({ uid, status: 'succeeded', counts: { pushed: run.counts.total } });
    expect(run.counts.total).toBeGreaterThan(0);
  }
  expect(await leaks()).toEqual(['owners: phone']);
});

it("leaves nothing that Strapi's own output sanitizer would remove, but for that field", async () => {
  for (const index of await app.engine.indexNames()) {
    for (const { _meilisearch_id: _, _strapi, ...content } of await app.engine.documents(index)) {
      const schema = app.strapi.getModel(_strapi!.uid as UID.Schema);
      const sanitized = await app.strapi.contentAPI.sanitize.output(content, schema);
      expect(sanitized).toEqual({ ...content, ...(index === 'owners' ? { phone: undefined } : {}) });
    }
  }
});

it('knows which of the registered rules is that of users-permissions, and so need not walk through every entry', () => {
  const rules: readonly unknown[] = app.strapi.sanitizers.get('content-api.output');
  expect(rules).toContain(findUsersPermissionsRule(app.strapi.dirs.app.root));
});

it('keeps to a rule that the application has registered for its content API', async () => {
  const rules = app.strapi.sanitizers.get('content-api.output');
  const withoutName = ({ name: _, ...entry }: Entry) => entry;
  const discreet = (schema: Struct.Schema) => async (entry: Entry) =>
    schema.uid === DOSSIER && entry.name === 'Parent' ? withoutName(entry) : entry;
  rules.push(discreet as unknown as (typeof rules)[number]);
  try {
    await app.sync.waitForRun((await app.sync.update(DOSSIER)).id);
  } finally {
    rules.pop();
  }
  const names = (await app.engine.documents('dossiers')).map(({ name }) => name);
  expect(names.sort()).toEqual(['Child', 'Grandparent', undefined]);
});

it('is checked on everything that any test pushes', async () => {
  const recorded = recordPushedLines();
  try {
    for (const uid of SYNCED) await app.sync.waitForRun((await app.sync.update(uid)).id);
  } finally {
    recorded.stop();
  }
  const pushed = recorded.lines.map((line) => JSON.parse(line) as { _meilisearch_id: string });
  const indexes = await app.engine.indexNames();
  const stored = (await Promise.all(indexes.map((index) => app.engine.ids(index)))).flat();
  expect(pushed.map(({ _meilisearch_id: id }) => id).sort()).toEqual(stored.sort());
});

it('lets out the field it is told to, and no other', async () => {
  const owner = await one('owners');
  expect(owner).toMatchObject({ name: 'Alix Roche', phone: '+33 6 99 88 77 66' });
  expect(owner).not.toHaveProperty('email');
});

it('gives transformEntry nothing private', async () => {
  const { asGiven } = await one('housings');
  expect(asGiven).toContain('Alix Roche');
  for (const name of PRIVATE_FIELDS) expect(asGiven).not.toContain(`"${name}"`);
});
