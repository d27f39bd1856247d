import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { routes } from '../../../../server/src/http/routes';
import { FURTHER, PROMISED } from '../../../support/http-routes';

const expected = [...PROMISED, ...FURTHER].map((route) => route.join(' ')).sort();

it('are exactly those that are promised and those of the tab, each closed without its permission', () => {
  const declared = routes.admin.routes.map(({ method, path, config }) => {
    const [isAuthenticated, hasPermissions] = config.policies;
    expect(isAuthenticated).toBe('admin::isAuthenticatedAdmin');
    const [action, ...more] = (hasPermissions as { config: { actions: string[] } }).config.actions;
    expect(more).toEqual([]);
    return `${method} ${path} ${action?.replace('plugin::meilisearch.', '')}`;
  });
  expect(declared.sort()).toEqual(expected);
});

it('have a row each in the documentation, with their permission', async () => {
  const page = await readFile(resolve(__dirname, '../../../../docs/http-api.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `(GET|POST|PUT) ([^`?]+)[^`]*` *\| `([^`]+)` *\|/gm)];
  expect(rows.map(([, method, path, permission]) => `${method} ${path} ${permission}`).sort()).toEqual(expected);
});
