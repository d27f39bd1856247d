import { routes } from '../../server/src/http/routes';
import { bootPlayground, type PlaygroundApp } from '../support/strapi-app';

const PERMISSIONS = [
  'read',
  'collections.create',
  'collections.update',
  'collections.delete',
  'settings.edit',
] as const;
type Permission = (typeof PERMISSIONS)[number];
type Method = 'get' | 'post' | 'put';

/** Every route, and the one permission that opens it. */
const TABLE: [method: Method, path: string, permission: Permission][] = [
  ['get', '/status', 'read'],
  ['get', '/collections', 'read'],
  ['post', '/collections/:uid/enable', 'collections.create'],
  ['post', '/collections/:uid/disable', 'collections.delete'],
  ['post', '/collections/:uid/update', 'collections.update'],
  ['get', '/runs', 'read'],
  ['get', '/runs/:id', 'read'],
  ['get', '/runs/:id/items', 'read'],
  ['post', '/runs/:id/repair', 'collections.update'],
  ['post', '/collections/:uid/check', 'collections.update'],
  ['get', '/documents/:uid/:documentId/comparison', 'read'],
  ['post', '/runs/:id/cancel', 'collections.update'],
  ['post', '/runs/:id/confirm-purge', 'collections.update'],
  ['get', '/failures', 'read'],
  ['post', '/failures/retry', 'collections.update'],
  ['get', '/settings', 'settings.edit'],
  ['put', '/settings', 'settings.edit'],
  ['post', '/settings/test', 'settings.edit'],
];

let app: PlaygroundApp;
/** For each permission the token of a user who has that one and no other. */
const tokens = new Map<Permission, string>();

/** The status of a request for something that is not there, so that nothing comes of it where it is let in. */
async function statusOf(method: Method, path: string, token: string | null): Promise<number> {
  const address = path.replace(':uid', 'api::nobody.nobody').replace(':id', '999999');
  const request = app.http[method](`/meilisearch${address}`);
  if (token !== null) request.auth(token, { type: 'bearer' });
  return (await request).status;
}

beforeAll(async () => {
  app = await bootPlayground();
  for (const permission of PERMISSIONS) {
    tokens.set(permission, await app.loginAs([`plugin::meilisearch.${permission}`]));
  }
}, 120_000);

afterAll(() => app.stop());

it('has a row here for every route there is', () => {
  const declared = routes.admin.routes.map(({ method, path }) => `${method.toLowerCase()} ${path}`);
  expect(TABLE.map(([method, path]) => `${method} ${path}`).sort()).toEqual(declared.sort());
});

it('offers its permissions to roles', async () => {
  const { body } = await app.http.get('/admin/permissions').auth(app.admin.token, { type: 'bearer' }).expect(200);
  const offered = body.data.sections.plugins
    .filter(({ plugin }: { plugin: string }) => plugin === 'meilisearch')
    .map(({ action }: { action: string }) => action);
  expect(offered.sort()).toEqual(PERMISSIONS.map((permission) => `plugin::meilisearch.${permission}`).sort());
});

describe.each(TABLE)('%s %s', (method, path, permission) => {
  it('is closed to who is not logged in', async () => {
    expect(await statusOf(method, path, null)).toBe(401);
    expect(await statusOf(method, path, 'no-token')).toBe(401);
  });

  it(`is closed to who lacks ${permission}, whatever else they may do`, async () => {
    for (const other of PERMISSIONS.filter((candidate) => candidate !== permission)) {
      expect(await statusOf(method, path, tokens.get(other)!)).toBe(403);
    }
  });

  it(`is open to who has ${permission} and nothing else, and to the super admin`, async () => {
    for (const token of [tokens.get(permission)!, app.admin.token]) {
      expect([200, 202, 400, 404, 409]).toContain(await statusOf(method, path, token));
    }
  });
});
