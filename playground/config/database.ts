import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { appDirectory, dataDirectory } from '../environment/paths';

/** `DATABASE_FILENAME` is an absolute path, or one relative to the playground's folder. */
const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database<'sqlite'> => ({
  connection: {
    client: 'sqlite',
    connection: {
      filename: path.resolve(appDirectory, env('DATABASE_FILENAME', path.join(dataDirectory, 'playground.db'))),
    },
    useNullAsDefault: true,
  },
});

export default config;
