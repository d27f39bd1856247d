import type { Permission } from './permissions';

/** Every route of the plugin: method, path, handler, and the permission without which it is closed. */
const ROUTES: readonly [method: 'GET' | 'POST' | 'PUT', path: string, handler: string, permission: Permission][] = [
  ['GET', '/status', 'status.find', 'read'],
  ['GET', '/collections', 'collections.find', 'read'],
  ['POST', '/collections/:uid/enable', 'collections.enable', 'collections.create'],
  ['POST', '/collections/:uid/disable', 'collections.disable', 'collections.delete'],
  ['POST', '/collections/:uid/update', 'collections.update', 'collections.update'],
  ['POST', '/collections/:uid/check', 'collections.check', 'collections.update'],
  ['GET', '/runs', 'runs.find', 'read'],
  ['GET', '/runs/:id', 'runs.findOne', 'read'],
  ['GET', '/runs/:id/items', 'runs.findItems', 'read'],
  ['POST', '/runs/:id/cancel', 'runs.cancel', 'collections.update'],
  ['POST', '/runs/:id/confirm-purge', 'runs.confirmPurge', 'collections.update'],
  ['POST', '/runs/:id/repair', 'runs.repair', 'collections.update'],
  ['GET', '/documents/:uid/:documentId', 'documents.findOne', 'read'],
  ['GET', '/documents/:uid/:documentId/comparison', 'documents.compare', 'read'],
  ['POST', '/documents/:uid/:documentId/sync', 'documents.sync', 'collections.update'],
  ['GET', '/failures', 'failures.find', 'read'],
  ['POST', '/failures/retry', 'failures.retry', 'collections.update'],
  ['GET', '/settings', 'settings.find', 'settings.edit'],
  ['PUT', '/settings', 'settings.update', 'settings.edit'],
  ['POST', '/settings/test', 'settings.test', 'settings.edit'],
];

/** The admin routes as Strapi wants them. */
export const routes = {
  admin: {
    type: 'admin',
    routes: ROUTES.map(([method, path, handler, permission]) => ({
      method,
      path,
      handler,
      config: {
        policies: [
          'admin::isAuthenticatedAdmin',
          { name: 'admin::hasPermissions', config: { actions: [`plugin::meilisearch.${permission}`] } },
        ],
      },
    })),
  },
};
