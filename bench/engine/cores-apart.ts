import { execFile } from 'node:child_process';
import { availableParallelism, constants, setPriority } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where processes may run: cores from 0, both ends included. */
type Cores = readonly [first: number, last: number];

/** Lets a process, with all its threads, run on these cores alone. */
const pin = (pid: number, [first, last]: Cores) =>
  run('taskset', ['--all-tasks', '--cpu-list', '--pid', `${first}-${last}`, String(pid)]);

/**
 * Gives engines one half of the cores, as if they had a machine of their own; Strapi has the other half, where the bench, as the
 * visitors, goes before it. Afterwards the bench may run everywhere again.
 * @throws where there is no `taskset`, which Linux has, or one core only
 */
export async function withCoresApart<T>(
  { engines, site }: { engines: readonly number[]; site: number },
  work: () => Promise<T>,
): Promise<T> {
  const cores = availableParallelism();
  if (cores < 2) throw new Error('an engine cannot have a core of its own where there is one');
  const half = Math.floor(cores / 2);
  for (const engine of engines) await pin(engine, [0, half - 1]);
  await pin(site, [half, cores - 1]);
  setPriority(site, constants.priority.PRIORITY_BELOW_NORMAL);
  await pin(process.pid, [half, cores - 1]);
  try {
    return await work();
  } finally {
    await pin(process.pid, [0, cores - 1]);
  }
}
