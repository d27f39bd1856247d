import { join } from 'node:path';

import { createStrapi, type Core } from '@strapi/strapi';

import { playgroundDirectory } from './repository';

/**
 * The built playground in this process, without its admin panel and not loaded yet; the environment names its database.
 * @param directory - of the playground, or of a copy of it
 */
export function createHeadlessPlayground(directory = playgroundDirectory): Core.Strapi {
  return createStrapi({
    appDir: directory,
    distDir: join(directory, 'dist'),
    autoReload: false,
    serveAdminPanel: false,
  });
}
