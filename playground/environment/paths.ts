import path from 'node:path';

/*
 * Strapi runs the compiled files, so this module lies in `<playground>/dist/environment`.
 */

/** The root folder of the Strapi application. */
export const appDirectory = path.resolve(__dirname, '../..');

/** The root folder of the repository, which is the plugin's package. */
export const pluginDirectory = path.dirname(appDirectory);

/** The database and the secrets; ignored by git, removed to start over. */
export const dataDirectory = path.join(appDirectory, '.data');
