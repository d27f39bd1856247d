import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

const USER = 'plugin::users-permissions.user';
const CONTENT_MANAGER = `/content-manager/collection-types/${USER}`;
const PASSWORD = 'Correct-horse-1';

/** All that is pushed of a user. */
const PUSHED_FIELDS = [
  '_meilisearch_id',
  '_strapi',
  'blocked',
  'confirmed',
  'createdAt',
  'documentId',
  'email',
  'id',
  'provider',
  'publishedAt',
  'role',
  'updatedAt',
  'username',
];

let app: SyncedPlayground;
/** A key of the content API that may do everything. */
let apiToken: string;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/users') });
  const tokens = app.strapi.service('admin::api-token');
  apiToken = (await tokens.create({ name: 'Writer', type: 'full-access', lifespan: null })).accessKey;
}, 120_000);

afterAll(() => app.stop());

type Method = 'post' | 'put' | 'delete';

async function request(method: Method, path: string, token: string | null, body: object = {}) {
  const sent = app.http[method](path).send(body);
  const response = await (token === null ? sent : sent.auth(token, { type: 'bearer' }));
  expect({ path, ok: response.ok, error: response.body.error }).toEqual({ path, ok: true });
  return response.body;
}

const asAdmin = (method: Method, path: string, body?: object) => request(method, path, app.admin.token, body);
const byApi = (method: Method, path: string, body?: object) => request(method, `/api${path}`, apiToken, body);
const asVisitor = (method: Method, path: string, body?: object) => request(method, `/api${path}`, null, body);

const person = (name: string) => ({ username: name, email: `${name}@example.org` });

/** The user as visitors find them, `undefined` if they do not. */
async function found(documentId: string) {
  return (await app.indexed('users', documentId))[`user-${documentId}`];
}

/** Registers a user as the site's form does. */
async function register(name: string): Promise<{ id: number; documentId: string }> {
  const { user } = await asVisitor('post', '/auth/local/register', { ...person(name), password: PASSWORD });
  return user;
}

const roleOfType = (type: string): Promise<{ id: number }> =>
  app.strapi.db.query('plugin::users-permissions.role').findOne({ where: { type } });

it.concurrent('finds who registers, as they are edited through the API, until they are deleted there', async () => {
  const { id, documentId } = await register('adele');
  expect(await found(documentId)).toMatchObject({ username: 'adele', role: { name: 'Authenticated' } });

  await byApi('put', `/users/${id}`, { username: 'adeline' });
  expect(await found(documentId)).toMatchObject({ username: 'adeline' });

  await byApi('delete', `/users/${id}`);
  expect(await found(documentId)).toBeUndefined();
});

it.concurrent('finds who is created through the API', async () => {
  const { id: role } = await roleOfType('authenticated');
  const { documentId } = await byApi('post', '/users', { ...person('basile'), password: PASSWORD, role });
  expect(await found(documentId)).toMatchObject({ username: 'basile' });
});

it.concurrent('finds who is created in the Content Manager, as they are edited, until they are deleted', async () => {
  const { id: role } = await roleOfType('authenticated');
  const { documentId } = await asAdmin('post', CONTENT_MANAGER, { ...person('celine'), password: PASSWORD, role });
  expect(await found(documentId)).toMatchObject({ username: 'celine', blocked: false });

  await asAdmin('put', `${CONTENT_MANAGER}/${documentId}`, { ...person('celine'), blocked: true });
  expect(await found(documentId)).toMatchObject({ username: 'celine', blocked: true });

  await asAdmin('delete', `${CONTENT_MANAGER}/${documentId}`);
  expect(await found(documentId)).toBeUndefined();
});

it.concurrent('finds none of many who are deleted at once in the Content Manager', async () => {
  const users = [await register('damien'), await register('denise')];
  const documentIds = users.map(({ documentId }) => documentId);
  expect(await Promise.all(documentIds.map(found))).not.toContain(undefined);

  await asAdmin('post', `${CONTENT_MANAGER}/actions/bulkDelete`, { documentIds });
  expect(await Promise.all(documentIds.map(found))).toEqual([undefined, undefined]);
});

it.concurrent('finds who logs in through another site for the first time', async () => {
  const service = (name: string) => app.strapi.plugin('users-permissions').service(name);
  service('providers-registry').add('school', { authCallback: () => person('elodie') });

  const { documentId } = await service('providers').connect('school', { access_token: 'granted' });
  expect(await found(documentId)).toMatchObject({ username: 'elodie', provider: 'school' });

  const again = await service('providers').connect('school', { access_token: 'granted' });
  expect(again.documentId).toBe(documentId);
});

it.concurrent('finds users with the role that they fall back to when theirs is deleted', async () => {
  const editors = { name: 'Editors', description: 'They edit.', permissions: {} };
  await asAdmin('post', '/users-permissions/roles', editors);
  const { id: role } = await roleOfType('editors');
  const { id, documentId } = await register('fabien');
  await byApi('put', `/users/${id}`, { role });
  expect(await found(documentId)).toMatchObject({ role: { name: 'Editors' } });

  await asAdmin('delete', `/users-permissions/roles/${role}`);
  expect(await found(documentId)).toMatchObject({ role: { name: 'Public' } });
});

it.concurrent('pushes nothing of a user that is private, before and after they change their password', async () => {
  const { id, documentId } = await register('gaelle');
  const tokens = { resetPasswordToken: 'reset-me-a3f1', confirmationToken: 'confirm-me-b7c2' };
  await app.strapi.plugin('users-permissions').service('user').edit(id, tokens);
  expect(Object.keys((await found(documentId))!).sort()).toEqual(PUSHED_FIELDS);

  const password = 'Wrong-horse-2';
  const reset = { code: tokens.resetPasswordToken, password, passwordConfirmation: password };
  await asVisitor('post', '/auth/reset-password', reset);
  expect(Object.keys((await found(documentId))!).sort()).toEqual(PUSHED_FIELDS);
});
