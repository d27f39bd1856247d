/** The plugin's id in Strapi: the prefix of its routes, permissions and translations. */
export const PLUGIN_ID = 'meilisearch';
