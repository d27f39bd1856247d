import { PLUGIN_ID } from './pluginId';

/** Where the plugin's pages are in the admin panel. */
export const PATHS = {
  collections: `/plugins/${PLUGIN_ID}`,
  settings: `/plugins/${PLUGIN_ID}/settings`,
};
