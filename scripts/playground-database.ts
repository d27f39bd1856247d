import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { repositoryRoot } from './repository';
import { type Command, runCommand } from './run-command';
import { makeScratchDirectory } from './scratch-directory';

/** The super admin that every playground database has. It serves on the loopback interface only. */
export const administrator = { email: 'admin@example.org', password: 'Playground-1' };

/**
 * The command that creates the playground's tables, the administrator and so many offers and housing ads in an empty
 * database.
 * @param database - the environment variables by which the playground finds it
 */
export function fillingCommand(database: Record<string, string>, entries: number): Command {
  const program = join(repositoryRoot, 'scripts', 'fill-playground-database.ts');
  return { name: 'tsx', args: [program, String(entries)], env: database };
}

/** Creates an SQLite database with all of that, or none of it. */
export async function createPlaygroundDatabase(file: string, entries: number): Promise<void> {
  const directory = await makeScratchDirectory('playground-');
  try {
    const draft = join(directory, 'playground.db');
    const environment = { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: draft };
    if (!(await runCommand(fillingCommand(environment, entries)))) {
      throw new Error('The database of the playground could not be created.');
    }
    await mkdir(dirname(file), { recursive: true });
    const copy = `${file}.${randomBytes(4).toString('hex')}`;
    await copyFile(draft, copy);
    await rename(copy, file);
  } finally {
    await rm(directory, { recursive: true });
  }
}
