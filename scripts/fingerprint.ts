import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import { repositoryRoot } from './repository';

/**
 * Paths relative to the repository: files, or folders with everything in them but what `except` names and what begins
 * with a dot.
 */
export interface FileSet {
  paths: string[];
  except?: string[];
}

async function walk(path: string, except: ReadonlySet<string>): Promise<string[]> {
  if (except.has(relative(repositoryRoot, path))) return [];
  const found = await stat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return [];
  if (found.isFile()) return [path];
  const names = (await readdir(path)).filter((name) => !name.startsWith('.'));
  const nested = await Promise.all(names.map((name) => walk(join(path, name), except)));
  return nested.flat();
}

/** Absolute paths of the files in a set that exist, in a fixed order. */
export async function listFiles({ paths, except = [] }: FileSet): Promise<string[]> {
  const excluded = new Set(except);
  const lists = await Promise.all(paths.map((path) => walk(join(repositoryRoot, path), excluded)));
  return lists.flat().sort();
}

/** A hash over the names and contents of files; `null` when there is not a single one. */
export async function fingerprint(fileSet: FileSet): Promise<string | null> {
  const files = await listFiles(fileSet);
  if (files.length === 0) return null;
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(relative(repositoryRoot, file).split(sep).join('/'));
    hash.update('\0');
    hash.update(
      createHash('sha256')
        .update(await readFile(file))
        .digest(),
    );
  }
  return hash.digest('hex');
}
