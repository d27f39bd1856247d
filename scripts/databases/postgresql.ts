import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { findExecutable } from '../find-executable';
import type { DatabaseSystem } from './database-system';

/** Where Debian keeps the versions that are installed. */
const DEBIAN_VERSIONS = '/usr/lib/postgresql';

const dataIn = (directory: string) => join(directory, 'data');

function debianFolders(): string[] {
  if (!existsSync(DEBIAN_VERSIONS)) return [];
  const versions = readdirSync(DEBIAN_VERSIONS).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(DEBIAN_VERSIONS, version, 'bin'));
}

export const postgresql: DatabaseSystem = {
  name: 'PostgreSQL',
  client: 'postgres',
  driver: 'pg',
  ownDatabase: 'postgres',
  debian: { package: 'postgresql', user: 'postgres' },
  versionQuery: "select current_setting('server_version') as version",
  // Asked by SIGTERM it waits until the last client has left.
  stopSignal: 'SIGINT',

  find() {
    const server = findExecutable(['postgres'], debianFolders());
    // A link lies apart from the programs that belong to it.
    return server && realpathSync(server);
  },

  async initialize(server, { directory, username, password }) {
    const passwordFile = join(directory, 'password');
    await writeFile(passwordFile, password);
    return {
      command: join(dirname(server), 'initdb'),
      args: [
        ...['--pgdata', dataIn(directory), '--username', username, '--pwfile', passwordFile],
        ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'],
      ],
    };
  },

  serve(server, { directory, port }) {
    const settings = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: '',
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return { command: server, args: ['-D', dataIn(directory), ...args] };
  },

  async copyDatabase(connection, from, to) {
    await connection.raw('create database ?? template ??', [to, from]);
  },

  async dropDatabase(connection, name) {
    await connection.raw('drop database if exists ?? with (force)', [name]);
  },
};
