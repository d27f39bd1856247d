import { rmSync } from 'node:fs';
import { mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux has a file system in memory there; containers often make it small. */
const IN_MEMORY = '/dev/shm';
/** Bytes, for all that runs at the same time. */
const ENOUGH = 2 ** 30;

/** All that were made, removed or not. */
const made: string[] = [];

/**
 * Makes a new directory for data that nobody needs later: in memory where there is room, for a database on a disk waits
 * for it at every commit.
 *
 * @returns its absolute path; whoever asked removes it, and the program at its end whatever is left
 */
export async function makeScratchDirectory(prefix: string): Promise<string> {
  const directory = await mkdtemp(join((await hasRoom(IN_MEMORY)) ? IN_MEMORY : tmpdir(), prefix));
  made.push(directory);
  return directory;
}

/** Removes those that nobody has removed, in one go, so that none is made meanwhile. */
export function removeScratchDirectories(): void {
  // Whoever uses one may still write into it.
  for (const directory of made) rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
}

async function hasRoom(directory: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize >= ENOUGH;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
