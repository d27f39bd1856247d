import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { fingerprint } from './fingerprint';
import { createPlaygroundDatabase } from './playground-database';
import { cacheDirectory } from './repository';

const NAME = /^database-(?<built>[^-.]+)-(?<entries>\d+)\.db$/;

/**
 * An SQLite database of the playground with all tables, the administrator and so many offers and housing ads, kept until
 * something else is built.
 * @returns its path; it is to be copied, never opened
 */
export async function keptDatabase(entries: number): Promise<string> {
  const built = await fingerprint({
    paths: ['package-lock.json', 'dist/server', 'playground/dist'],
    except: ['playground/dist/build'],
  });
  const file = join(cacheDirectory, `database-${built}-${entries}.db`);
  await mkdir(cacheDirectory, { recursive: true });
  for (const name of await readdir(cacheDirectory)) {
    const { groups } = NAME.exec(name) ?? {};
    if (groups && groups.built !== built) await rm(join(cacheDirectory, name), { force: true });
  }
  if (!existsSync(file)) await createPlaygroundDatabase(file, entries);
  return file;
}
