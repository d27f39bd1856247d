import { randomBytes } from 'node:crypto';

import { connected, playgroundEnvironment, systemAt } from '../../scripts/databases/connection';
import { fillingCommand } from '../../scripts/playground-database';
import { runQuietly } from '../../scripts/run-command';
import type { DatabaseTemplate } from './database-template';

const TEMPLATE = 'playground_template';

/** A template on a database server, by its URL. */
export function serverTemplate(url: string): DatabaseTemplate {
  const system = systemAt(url);
  return {
    async provide() {
      await connected(url, async (connection) => {
        await system.dropDatabase(connection, TEMPLATE);
        await connection.raw('create database ??', [TEMPLATE]);
      });
      await runQuietly(fillingCommand(playgroundEnvironment(url, TEMPLATE), 0), `database-template-${system.client}`);
    },

    async copy() {
      const name = `playground_${randomBytes(6).toString('hex')}`;
      await connected(url, (connection) => system.copyDatabase(connection, TEMPLATE, name));
      return {
        env: playgroundEnvironment(url, name),
        drop: () => connected(url, (connection) => system.dropDatabase(connection, name)),
      };
    },
  };
}
