import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { repositoryRoot } from './repository';
import { runCommand } from './run-command';

/** The super admin that every playground database has. It serves on the loopback interface only. */
export const administrator = { email: 'admin@example.org', password: 'Playground-1' };

/** Creates a database with the playground's tables, the administrator and so many offers and housing ads, or none of it. */
export async function createPlaygroundDatabase(file: string, entries: number): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  const succeeded = await runCommand({
    name: 'tsx',
    args: [join(repositoryRoot, 'scripts', 'fill-playground-database.ts'), String(entries)],
    env: { DATABASE_FILENAME: draft },
  });
  if (succeeded) return rename(draft, file);
  await rm(draft, { force: true });
  throw new Error('The database of the playground could not be created.');
}
