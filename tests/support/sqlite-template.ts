import { existsSync } from 'node:fs';
import { copyFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { fingerprint } from '../../scripts/fingerprint';
import { createPlaygroundDatabase } from '../../scripts/playground-database';
import { cacheDirectory } from '../../scripts/repository';
import { makeScratchDirectory } from '../../scripts/scratch-directory';
import type { DatabaseTemplate } from './database-template';

const VARIABLE = 'PLAYGROUND_DATABASE_TEMPLATE';
const PREFIX = 'database-';

/** A template in a file, which is kept until something else is built. */
export const sqliteTemplate: DatabaseTemplate = {
  async provide() {
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
  },

  async copy() {
    const template = process.env[VARIABLE];
    if (!template)
      throw new Error('Tests that need the playground belong to the projects "integration" and "browser".');
    const directory = await makeScratchDirectory('playground-');
    const file = join(directory, 'playground.db');
    await copyFile(template, file);
    return {
      env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file },
      drop: () => rm(directory, { recursive: true, force: true }),
    };
  },
};
