/**
 * Runs a TypeScript program of this repository, on a fresh clone too: installs the packages first when those in
 * node_modules are not the ones the lock file names.
 *
 * Usage: node scripts/install.mjs <program.ts> [arguments]
 *
 * Has no dependencies itself, since there may be none yet.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = 20;

/** The packages a lock file names, by their path, or `null` where there is no such file. */
function readPackages(lockFile) {
  try {
    return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether npm's record of what it installed agrees with the lock file; packages for other platforms may be missing. */
function isInstalled() {
  const installed = readPackages('node_modules/.package-lock.json');
  if (!installed) return false;
  return Object.entries(readPackages('package-lock.json'))
    .filter(([path]) => path.startsWith('node_modules/'))
    .every(([path, wanted]) => {
      const found = installed[path];
      return found
        ? found.version === wanted.version && found.integrity === wanted.integrity
        : wanted.optional === true;
    });
}

function install() {
  // A command's own output may be read by another program.
  console.error('Installing packages (a few minutes on a fresh clone) …');
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync('npm', ['ci', ...options], {
    cwd: root,
    stdio: ['inherit', process.stderr, 'inherit'],
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  console.error(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}.`);
  process.exit(1);
}
if (!isInstalled()) install();

const [, , program, ...rest] = process.argv;
process.argv = [process.execPath, resolve(program), ...rest];
process.chdir(root);
const require = createRequire(import.meta.url);
require('tsx/cjs');
require(resolve(program));
