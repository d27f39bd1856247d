import { execFile } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Cores by their numbers. */
type Cores = readonly number[];

/** Two disjoint parts of the cores that this process may run on, of equal size or nearly so. */
export type Halves = readonly [engine: Cores, others: Cores];

/** The numbers in a list of cores as Linux writes it: `0-2,5` is 0, 1, 2 and 5. */
export const coresIn = (list: string): Cores =>
  list.split(',').flatMap((part) => {
    const [first = NaN, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  });

/** @throws where there is one core only, for an engine cannot have that for itself */
export function halve(cores: Cores): Halves {
  if (cores.length < 2) throw new Error('an engine cannot have a core of its own where there is one');
  const half = Math.floor(cores.length / 2);
  return [cores.slice(0, half), cores.slice(half)];
}

/** @throws where there is one core only, or no `taskset`, which Linux has */
export async function halvesOfCores(): Promise<Halves> {
  const { stdout } = await run('taskset', ['--cpu-list', '--pid', String(process.pid)]);
  return halve(coresIn(stdout.slice(stdout.lastIndexOf(':') + 1).trim()));
}

/** Lets a process, with all its threads, run on these cores alone. */
const pin = (pid: number, cores: Cores) =>
  run('taskset', ['--all-tasks', '--cpu-list', '--pid', cores.join(','), String(pid)]);

/**
 * Gives engines one half of the cores, as if they had a machine of their own; Strapi has the other half, where the bench goes
 * before it, for visitors have machines of their own too. Afterwards the bench may run everywhere again.
 */
export async function withCoresApart<T>(
  [half, others]: Halves,
  { engines, site }: { engines: readonly number[]; site: number },
  work: () => Promise<T>,
): Promise<T> {
  for (const engine of engines) await pin(engine, half);
  await pin(site, others);
  setPriority(site, constants.priority.PRIORITY_LOW);
  await pin(process.pid, others);
  try {
    return await work();
  } finally {
    await pin(process.pid, [...half, ...others]);
  }
}
