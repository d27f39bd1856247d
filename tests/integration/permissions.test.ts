import { FURTHER, type Permission, PERMISSIONS, PROMISED, type Route } from '../support/http-routes';
import { bootPlayground, type PlaygroundApp } from '../support/strapi-app';

let app: PlaygroundApp;
/** For each permission the token of a user who has that one and no other. */
const tokens = new Map<Permission, string>();

/** The status of a request for something that is not there, so that nothing comes of it where it is let in. */
async function statusOf([method, path]: Route, token: string | null): Promise<number> {
  const address = path.replace(':uid', 'api::nobody.nobody').replace(':id', '999999');
  const verb = method.toLowerCase() as Lowercase<typeof method>;
  const request = app.http[verb](`/meilisearch${address}`);
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

it('offers its permissions to roles', async () => {
  const { body } = await app.http.get('/admin/permissions').auth(app.admin.token, { type: 'bearer' }).expect(200);
  const offered = body.data.sections.plugins
    .filter(({ plugin }: { plugin: string }) => plugin === 'meilisearch')
    .map(({ action }: { action: string }) => action);
  expect(offered.sort()).toEqual(PERMISSIONS.map((permission) => `plugin::meilisearch.${permission}`).sort());
});

describe.each([...PROMISED, ...FURTHER])('%s %s', (...route) => {
  const [, , permission] = route;

  it('is closed to who is not logged in', async () => {
    expect(await statusOf(route, null)).toBe(401);
    expect(await statusOf(route, 'no-token')).toBe(401);
  });

  it(`is closed to who lacks ${permission}, whatever else they may do`, async () => {
    for (const other of PERMISSIONS.filter((candidate) => candidate !== permission)) {
      expect(await statusOf(route, tokens.get(other)!)).toBe(403);
    }
  });

  it(`is open to who has ${permission} and nothing else, and to the super admin`, async () => {
    for (const token of [tokens.get(permission)!, app.admin.token]) {
      expect([200, 202, 400, 404, 409]).toContain(await statusOf(route, token));
    }
  });
});
