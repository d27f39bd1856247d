import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { fingerprint } from '../../scripts/fingerprint';
import { createPlaygroundDatabase } from '../../scripts/playground-database';
import { cacheDirectory } from '../../scripts/repository';

const VARIABLE = 'PLAYGROUND_DATABASE_TEMPLATE';
const PREFIX = 'database-';

/**
 * Makes a database with all tables and the administrator, and no entries, unless there is one for the playground and
 * plugin as they are built. Tests copy it, which is faster than creating tables. To be called before tests start.
 */
export async function provideDatabaseTemplate(): Promise<void> {
  const built = await fingerprint({
    paths: ['package-lock.json', 'dist/server', 'playground/dist'],
    except: ['playground/dist/build'],
  });
  const name = `${PREFIX}${built}.db`;
  const file = join(cacheDirectory, name);
  if (!existsSync(file)) await createPlaygroundDatabase(file, 0);
  for (const other of await readdir(cacheDirectory)) {
    if (other.startsWith(PREFIX) && other !== name) await rm(join(cacheDirectory, other));
  }
  process.env[VARIABLE] = file;
}

/** Path of the template that was provided. */
export function databaseTemplate(): string {
  const file = process.env[VARIABLE];
  if (!file) throw new Error('Tests that need the playground belong to the projects "integration" and "browser".');
  return file;
}
