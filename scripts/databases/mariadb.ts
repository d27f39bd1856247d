import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Knex } from 'knex';

import { findExecutable } from '../find-executable';
import type { DatabaseSystem } from './database-system';

const dataIn = (directory: string) => join(directory, 'data');
const usersIn = (directory: string) => join(directory, 'users.sql');

/** The rows that a statement answers with. */
async function select<Row>(connection: Knex, statement: string, names: string[]): Promise<Row[]> {
  const [rows] = (await connection.raw(statement, names)) as [Row[]];
  return rows;
}

export const mariadb: DatabaseSystem = {
  name: 'MariaDB',
  client: 'mysql',
  driver: 'mysql2',
  ownDatabase: 'mysql',
  debian: { package: 'mariadb-server', user: 'mysql' },
  versionQuery: 'select version() as version',
  stopSignal: 'SIGTERM',

  find: () => findExecutable(['mariadbd'], ['/usr/sbin', '/usr/local/sbin']),

  async initialize(_server, { directory, username, password }) {
    const command = findExecutable(['mariadb-install-db'], ['/usr/bin']);
    if (!command) throw new Error('mariadbd is installed, but the mariadb-install-db that belongs to it is not.');
    const user = `'${username}'@'127.0.0.1'`;
    const statements = [`create user ${user} identified by '${password}';`, `grant all on *.* to ${user};`];
    await writeFile(usersIn(directory), statements.join('\n'));
    return { command, args: ['--no-defaults', `--datadir=${dataIn(directory)}`, '--skip-test-db'] };
  },

  serve(server, { directory, port }) {
    const settings = {
      datadir: dataIn(directory),
      'init-file': usersIn(directory),
      'bind-address': '127.0.0.1',
      port,
      socket: join(directory, 'socket'),
      'pid-file': join(directory, 'pid'),
      // As Strapi asks for.
      'character-set-server': 'utf8mb4',
      'collation-server': 'utf8mb4_unicode_ci',
      'innodb-flush-log-at-trx-commit': 0,
      'innodb-flush-method': 'nosync',
      'innodb-doublewrite': 0,
    };
    const args = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
    return { command: server, args: ['--no-defaults', '--skip-name-resolve', '--skip-log-bin', ...args] };
  },

  async copyDatabase(connection, from, to) {
    const tables = await select<{ name: string }>(
      connection,
      'select table_name as name from information_schema.tables where table_schema = ?',
      [from],
    );
    await connection.raw('create database ??', [to]);
    await connection.raw('use ??', [to]);
    // Tables refer to each other in circles.
    await connection.raw('set foreign_key_checks = 0');
    for (const { name } of tables) {
      const [table] = await select<{ 'Create Table': string }>(connection, 'show create table ??.??', [from, name]);
      await connection.raw(String(table?.['Create Table']));
      await connection.raw('insert into ?? select * from ??.??', [name, from, name]);
    }
    await connection.raw('set foreign_key_checks = 1');
  },

  async dropDatabase(connection, name) {
    await connection.raw('drop database if exists ??', [name]);
  },
};
