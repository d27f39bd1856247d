import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { appDirectory, dataDirectory } from '../environment/paths';

type Env = Core.Config.Shared.ConfigParams['env'];
type Connection = Core.Config.Database['connection'];

/** `DATABASE_FILENAME` is an absolute path, or one relative to the playground's folder. */
const sqlite = (env: Env): Connection => ({
  client: 'sqlite',
  connection: {
    filename: path.resolve(appDirectory, env('DATABASE_FILENAME', path.join(dataDirectory, 'playground.db'))),
  },
  useNullAsDefault: true,
});

/** Where a database server is, and who asks, by the names that Strapi's own templates have for it. */
const onServer = (env: Env, defaultPort: number) => ({
  host: env('DATABASE_HOST', '127.0.0.1'),
  port: env.int('DATABASE_PORT', defaultPort),
  database: env('DATABASE_NAME', 'strapi'),
  user: env('DATABASE_USERNAME', 'strapi'),
  password: env('DATABASE_PASSWORD', 'strapi'),
});

/** `DATABASE_CLIENT` is sqlite, postgres or mysql. */
const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  switch (client) {
    case 'sqlite':
      return { connection: sqlite(env) };
    case 'postgres':
      return { connection: { client, connection: onServer(env, 5432) } };
    case 'mysql':
      return { connection: { client, connection: onServer(env, 3306) } };
    default:
      throw new Error(`DATABASE_CLIENT is ${client}; it must be sqlite, postgres or mysql.`);
  }
};

export default config;
