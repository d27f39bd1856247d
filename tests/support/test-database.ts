import type { DatabaseTemplate, TestDatabase } from './database-template';
import { serverTemplate } from './server-template';
import { sqliteTemplate } from './sqlite-template';

export type { TestDatabase };

/** `TEST_DATABASE_SERVER` is the URL of the server that tests run on, like `postgres://user:password@127.0.0.1:5432`. */
function template(): DatabaseTemplate {
  const server = process.env.TEST_DATABASE_SERVER;
  return server ? serverTemplate(server) : sqliteTemplate;
}

/** Whether one may write while another one's transaction is open; on SQLite all share one connection, and wait for it. */
export const hasManyConnections = process.env.TEST_DATABASE_SERVER !== undefined;

/** To be called before tests start. */
export const provideDatabaseTemplate = (): Promise<void> => template().provide();

/** A new database with all tables and the administrator, and no entries; for one app, or for several in turn. */
export const createTestDatabase = (): Promise<TestDatabase> => template().copy();
