import { TABLES } from '../../server/src/database/models';
import { MODELS } from './world/content';
import { strike } from './world/faults';
import type { Instance } from './world/instance';
import { operate } from './world/operations';
import { createWorld, isQuiet, type World } from './world/world';

/** What came of a seed. */
export interface Simulation {
  seed: number;
  /** Promises that were broken; none where all is well. */
  violations: readonly string[];
  /** Everything of note that happened, with its moment in seconds of the world's time. */
  trace: readonly string[];
  /** Kinds of faults that came about. */
  faults: ReadonlySet<string>;
}

const MINUTE = 60_000;
/** Milliseconds within which all is to be caught up once nothing goes wrong any more. */
const PATIENCE = 20 * MINUTE;

/** Lives through one seed: operations and faults at random, then peace; what the indexes hold then is known beforehand. */
export async function simulate(seed: number): Promise<Simulation> {
  const world = createWorld(seed);
  try {
    for (let count = world.random.pick([1, 2, 3]); count > 0; count -= 1) world.boot();
    await letThingsHappen(world);
    await makePeace(world);
    if (await comeToRest(world)) await retryFailures(world);
    await updateEverything(world);
  } catch (error) {
    world.oracle.report(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    world.end();
  }
  const { violations } = world.oracle;
  return { seed, violations, trace: world.trace, faults: world.faults };
}

async function pass({ scheduler }: World, milliseconds: number): Promise<void> {
  await scheduler.runUntil(() => false, milliseconds);
}

async function letThingsHappen(world: World): Promise<void> {
  const { random } = world;
  const gap = random.pick([100, 400, 1500]);
  const faultiness = random.pick([0, 0.1, 0.3]);
  for (let left = 10 + random.below(50); left > 0; left -= 1) {
    await pass(world, random.between(0, 2 * gap));
    if (random.chance(faultiness)) await strike(world);
    else if (world.living().length > 0) void operate(world, random.pick(world.living()));
  }
}

/** Nothing goes wrong any more. */
async function makePeace(world: World): Promise<void> {
  await pass(world, world.random.between(0, MINUTE / 2));
  world.makePeace();
  if (world.living().length === 0) world.boot();
}

/** What has failed is tried again: only what is bad in itself still fails. */
async function retryFailures(world: World): Promise<void> {
  const [somebody] = await living(world);
  await within(world, somebody!.failures.retryNow());
  if (await comeToRest(world)) world.oracle.checkAtRest(false);
}

/** Lets time pass until nothing is left to do, and stays so. Answers whether it came to that. */
async function comeToRest(world: World): Promise<boolean> {
  const { scheduler, oracle, database } = world;
  const end = scheduler.now() + PATIENCE;
  while (scheduler.now() < end) {
    const wasQuiet = isQuiet(world);
    await pass(world, wasQuiet ? 3000 : 500);
    if (wasQuiet && isQuiet(world)) return true;
  }
  const marks = database.rows(TABLES.marks).map(({ kind, uid, documentId }) => [kind, uid, documentId].join(' '));
  const runs = database.rows(TABLES.runs).filter(({ finishedAt }) => finishedAt === null);
  const left = [...marks, ...runs.map(({ id, status }) => `run ${id} ${String(status)}`)];
  oracle.report(`no rest: ${left.join(', ')}, and ${world.engine.pending()} tasks of the engine are left`);
  return false;
}

/** Runs an update of each collection that is synced, and confirms what has to be: now everything must be right. */
async function updateEverything(world: World): Promise<void> {
  const { oracle, random, tell, database } = world;
  for (const uid of Object.keys(MODELS)) {
    if (!oracle.isEnabled(uid)) continue;
    const { sync, ledger } = random.pick(await living(world, uid));
    for (const run of await within(world, ledger.active())) {
      if (run.uid === uid && run.kind === 'update') await within(world, sync.cancel(run.id));
    }
    tell(`a last update of ${uid}: run ${(await within(world, sync.update(uid))).id}`);
  }
  if (!(await comeToRest(world))) return;
  for (const { id, status } of database.rows(TABLES.runs)) {
    if (status === 'awaiting-confirmation') await within(world, (await living(world))[0]!.sync.confirmPurge(id));
  }
  if (await comeToRest(world)) oracle.checkAtRest(true);
}

/** Processes that live, and have heard that a collection is synced; others do within a second. */
async function living(world: World, uid?: string): Promise<Instance[]> {
  const knowing = () => world.living().filter(({ registry }) => uid === undefined || registry.isSynced(uid));
  await world.scheduler.runUntil(() => knowing().length > 0, MINUTE);
  return knowing();
}

/** Lets time pass until a process has done something. */
async function within<T>({ scheduler }: World, work: Promise<T>): Promise<T> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  work.then(over, over);
  await scheduler.runUntil(() => isOver, MINUTE);
  return work;
}
