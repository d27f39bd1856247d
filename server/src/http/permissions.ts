import type { Core } from '@strapi/types';

/** The plugin's permission actions, without their prefix `plugin::meilisearch.`, and how the roles page names them. */
const ACTIONS = [
  { uid: 'read', subCategory: 'general', displayName: 'See the Meilisearch tab' },
  { uid: 'collections.create', subCategory: 'collections', displayName: 'Begin to sync a collection' },
  { uid: 'collections.update', subCategory: 'collections', displayName: 'Update, check and repair a collection' },
  { uid: 'collections.delete', subCategory: 'collections', displayName: 'Stop syncing a collection' },
  { uid: 'settings.edit', subCategory: 'settings', displayName: 'Edit the connection to Meilisearch' },
] as const;

export type Permission = (typeof ACTIONS)[number]['uid'];

/** Makes the actions known to Strapi's roles; works only once Strapi is loaded. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as unknown as {
    actionProvider: { registerMany(actions: object[]): Promise<unknown> };
  };
  await actionProvider.registerMany(
    ACTIONS.map((action) => ({ ...action, section: 'plugins', pluginName: 'meilisearch' })),
  );
}
