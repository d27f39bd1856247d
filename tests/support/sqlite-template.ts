import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { keptDatabase } from '../../scripts/kept-database';
import { makeScratchDirectory } from '../../scripts/scratch-directory';
import type { DatabaseTemplate } from './database-template';

const VARIABLE = 'PLAYGROUND_DATABASE_TEMPLATE';

/** A template in a file. */
export const sqliteTemplate: DatabaseTemplate = {
  async provide() {
    process.env[VARIABLE] = await keptDatabase(0);
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
