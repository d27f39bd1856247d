import { knex, type Knex } from 'knex';

import type { DatabaseSystem } from './database-system';
import { mariadb } from './mariadb';
import { postgresql } from './postgresql';

export const databaseSystems: readonly DatabaseSystem[] = [postgresql, mariadb];

/** The system of a server, by a URL like `postgres://user:password@127.0.0.1:5432`. */
export function systemAt(url: string): DatabaseSystem {
  const client = new URL(url).protocol.slice(0, -1);
  const system = databaseSystems.find((candidate) => candidate.client === client);
  if (!system) throw new Error(`${client}: no such database system; postgres and mysql are.`);
  return system;
}

/** Runs statements on one connection to a server. */
export async function connected<T>(url: string, work: (connection: Knex) => Promise<T>): Promise<T> {
  const { hostname, port, username, password } = new URL(url);
  const { driver, ownDatabase } = systemAt(url);
  const connection = knex({
    client: driver,
    connection: { host: hostname, port: Number(port), user: username, password, database: ownDatabase },
    pool: { min: 0, max: 1 },
  });
  try {
    return await work(connection);
  } finally {
    await connection.destroy();
  }
}

/** The environment variables by which the playground finds a database on a server. */
export function playgroundEnvironment(url: string, database: string): Record<string, string> {
  const { hostname, port, username, password } = new URL(url);
  return {
    DATABASE_CLIENT: systemAt(url).client,
    DATABASE_HOST: hostname,
    DATABASE_PORT: port,
    DATABASE_NAME: database,
    DATABASE_USERNAME: username,
    DATABASE_PASSWORD: password,
  };
}
