import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { cacheDirectory, playgroundDirectory } from '../../scripts/repository';

const NAME = 'strapi-plugin-meilisearch';
const VERSION = '0.16.5';

/** What a site needs that has no admin panel. */
const PARTS = ['package.json', 'public', 'dist'];
const ADMIN_PANEL = join(playgroundDirectory, 'dist', 'build');

/** What it installs stays away from our packages; Strapi, its peer, it finds above the cache, in the repository. */
const OPTIONS = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'];

/** Its package, installed from the registry once. */
async function installedPackage(): Promise<string> {
  const folder = join(cacheDirectory, `${NAME}-${VERSION}`);
  // npm writes this file when all the others are there.
  if (!existsSync(join(folder, 'node_modules', '.package-lock.json'))) {
    await mkdir(folder, { recursive: true });
    await promisify(execFile)('npm', ['install', ...OPTIONS, '--prefix', folder, `${NAME}@${VERSION}`]);
  }
  return join(folder, 'node_modules', NAME);
}

/**
 * A copy of the built playground that has `strapi-plugin-meilisearch` in place of our plugin. It lies in that package,
 * as the playground lies in ours, for the playground takes the folder above itself for the plugin.
 * @returns the environment by which a site runs it
 */
export async function incumbentEnvironment(): Promise<Record<string, string>> {
  const copy = join(await installedPackage(), 'playground');
  await rm(copy, { recursive: true, force: true });
  for (const part of PARTS) {
    await cp(join(playgroundDirectory, part), join(copy, part), {
      recursive: true,
      filter: (source) => source !== ADMIN_PANEL,
    });
  }
  return { BENCH_APPLICATION: copy, PLAYGROUND_PLUGIN_CONFIG: join(__dirname, 'config.ts') };
}
