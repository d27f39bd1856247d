import { administrator } from '../../scripts/playground-database';
import { aHousing, anOffer } from '../support/entries';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

const USER = 'plugin::users-permissions.user';
const SYNCED = ['owner', 'housing', 'company', 'offer', 'homepage'].map((name) => `api::${name}.${name}`).concat(USER);

/** Names of fields that nobody but the site's staff may see. */
const PRIVATE_FIELDS = new Set([
  'phone',
  'password',
  'resetPasswordToken',
  'confirmationToken',
  'createdBy',
  'updatedBy',
  'roles',
]);

let app: SyncedPlayground;
/** Values that nobody but the site's staff may see, wherever they stand. */
let secrets: string[];

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/privacy') });
  secrets = await fillSite();
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

  await app.sync.settle();
  return [...Object.values(landlord), ...Object.values(tokens), user.password, password, administrator.email];
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
  expect(await one('users')).toMatchObject({ username: 'camille', role: { type: 'authenticated' } });
});

it('pushes nothing private of what is saved, but for the one field that the configuration lets out', async () => {
  expect(await leaks()).toEqual(['owners: phone']);
});

it('pushes nothing private in an update either', async () => {
  for (const uid of SYNCED) {
    const run = await app.sync.waitForRun((await app.sync.update(uid)).id);
    expect(run).toMatchObject({ uid, status: 'succeeded', counts: { pushed: 1 } });
  }
  expect(await leaks()).toEqual(['owners: phone']);
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
