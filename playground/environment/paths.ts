import path from 'node:path';

/** The folder this module's folder lies in: `dist` for a running Strapi, the application for `strapi build`. */
const parent = path.dirname(__dirname);

/** The root folder of the Strapi application. */
export const appDirectory = path.basename(parent) === 'dist' ? path.dirname(parent) : parent;

/** The root folder of the repository, which is the plugin's package. */
export const pluginDirectory = path.dirname(appDirectory);

/** The database and the secrets; ignored by git, removed to start over. */
export const dataDirectory = path.join(appDirectory, '.data');
