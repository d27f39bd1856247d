import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { repositoryRoot } from './repository';
import { type Command, runCommand } from './run-command';

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
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  const succeeded = await runCommand(fillingCommand({ DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: draft }, entries));
  if (succeeded) return rename(draft, file);
  await rm(draft, { force: true });
  throw new Error('The database of the playground could not be created.');
}
