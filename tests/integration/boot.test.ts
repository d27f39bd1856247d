import { bootPlayground, type PlaygroundApp } from '../support/strapi-app';

let app: PlaygroundApp;

beforeAll(async () => {
  app = await bootPlayground();
}, 120_000);

afterAll(() => app?.stop());

it('boots the playground with the plugin from its build', async () => {
  const response = await app.http.get('/admin/init').expect(200);
  expect(response.body.data.hasAdmin).toBe(true);
  expect(app.strapi.plugin('meilisearch')).toBeDefined();
});

it('lets the super admin in', async () => {
  const response = await app.http.get('/admin/users/me').auth(app.admin.token, { type: 'bearer' }).expect(200);
  expect(response.body.data.roles).toEqual([expect.objectContaining({ code: 'strapi-super-admin' })]);
});

it('logs in a user with exactly the permissions that were named', async () => {
  const token = await app.loginAs(['admin::roles.read']);
  const response = await app.http.get('/admin/users/me/permissions').auth(token, { type: 'bearer' }).expect(200);
  expect(response.body.data.map(({ action }: { action: string }) => action)).toEqual(['admin::roles.read']);
});

it('has a search engine of its own', async () => {
  const { host, apiKey } = app.meilisearch;
  const response = await fetch(`${host}/version`, { headers: { authorization: `Bearer ${apiKey}` } });
  expect(response.status).toBe(200);
});
