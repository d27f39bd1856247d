type Method = 'GET' | 'POST' | 'PUT';

/** The permissions of the plugin, without their prefix `plugin::meilisearch.`. */
export const PERMISSIONS = [
  'read',
  'collections.create',
  'collections.update',
  'collections.delete',
  'settings.edit',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** A route, and the one permission that opens it. */
export type Route = readonly [method: Method, path: string, permission: Permission];

/** What the public contract promises. Written by hand: what is not there any more is missed by somebody. */
export const PROMISED: readonly Route[] = [
  ['GET', '/status', 'read'],
  ['GET', '/collections', 'read'],
  ['POST', '/collections/:uid/enable', 'collections.create'],
  ['POST', '/collections/:uid/disable', 'collections.delete'],
  ['POST', '/collections/:uid/update', 'collections.update'],
  ['POST', '/collections/:uid/check', 'collections.update'],
  ['GET', '/runs', 'read'],
  ['GET', '/runs/:id', 'read'],
  ['POST', '/runs/:id/cancel', 'collections.update'],
  ['POST', '/runs/:id/confirm-purge', 'collections.update'],
  ['GET', '/failures', 'read'],
  ['POST', '/failures/retry', 'collections.update'],
  ['GET', '/documents/:uid/:documentId', 'read'],
  ['POST', '/documents/:uid/:documentId/sync', 'collections.update'],
  ['GET', '/settings', 'settings.edit'],
  ['PUT', '/settings', 'settings.edit'],
  ['POST', '/settings/test', 'settings.edit'],
];

/** What the tab asks for besides. */
export const FURTHER: readonly Route[] = [
  ['GET', '/runs/:id/items', 'read'],
  ['POST', '/runs/:id/repair', 'collections.update'],
  ['GET', '/documents/:uid/:documentId/comparison', 'read'],
];
