import { dirname, join } from 'node:path';

/** Absolute paths of the places that more than one program or test needs. */
export const repositoryRoot = dirname(__dirname);
export const playgroundDirectory = join(repositoryRoot, 'playground');
/** What can be made again: build records, logs of builds, database templates. */
export const cacheDirectory = join(repositoryRoot, 'node_modules', '.cache', 'meilisearch-sync');

/** Path of an installed package's executable. */
export function executable(name: string): string {
  return join(repositoryRoot, 'node_modules', '.bin', name);
}
