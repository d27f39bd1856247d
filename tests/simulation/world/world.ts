import { TABLES, type TableUid } from '../../../server/src/database/models';
import { createInMemoryEngine, type InMemoryEngine } from '../../support/in-memory-engine';
import { createInMemoryDatabase, type InMemoryDatabase } from '../../unit/server/fixtures/database';
import { EPOCH, takeOverAmbient } from './ambient';
import { defineCollections, SHARED_INDEX } from './collections';
import { type Content, createContent } from './content';
import { createDatabaseLine, type DatabaseMood } from './database-line';
import { createInstance, type Instance, OPTIONS } from './instance';
import { createNetwork, type Weather } from './network';
import { createOracle, type Oracle } from '../oracle/oracle';
import { createRandom, type Random } from './random';
import { createScheduler, type Scheduler, type SimulatedProcess } from './scheduler';

/** What befalls a process after it has talked so many times to the database or the engine. */
interface Fuse {
  steps: number;
  burnt: () => void;
}

/** A cluster of processes, the database they share, and an engine, all made of one seed. */
export interface World {
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly content: Content;
  readonly database: InMemoryDatabase;
  readonly engine: InMemoryEngine;
  readonly oracle: Oracle;
  readonly weather: Weather;
  readonly mood: DatabaseMood;
  /** The engine's clock, milliseconds ahead of the world's time; and until when it works on nothing. */
  readonly engineState: { clockOffset: number; pausedUntil: number };
  /** Kinds of faults that have come about. */
  readonly faults: Set<string>;
  readonly trace: readonly string[];
  tell(line: string): void;
  /** Processes that live. */
  living(): Instance[];
  boot(stopWords?: readonly string[]): Instance;
  /** Lights a fuse: after so many more steps of a process this happens to it, at whatever point it is then. */
  light(process: SimulatedProcess, steps: number, burnt: () => void): void;
  /** No user comes to it any more. */
  retire(process: SimulatedProcess): void;
  kill(process: SimulatedProcess): void;
  /** Ends all that goes wrong, and puts out what was about to. */
  makePeace(): void;
  /** Gives back what the world has taken over of the program around it. */
  end(): void;
}

export function createWorld(seed: number): World {
  const random = createRandom(seed);
  const trace: string[] = [];
  const faults = new Set<string>();
  const weather: Weather = { mishaps: [] };
  const mood: DatabaseMood = { losses: 0, slowest: random.pick([10, 200, 1500]) };
  const engineState = { clockOffset: Math.floor(random.between(-3, 3) * 3_600_000), pausedUntil: 0 };
  const fuses = new Map<SimulatedProcess, Fuse>();
  const configuration = { pageSize: random.pick([1, 2, 3, 5, 50]) };
  let instances: Instance[] = [];
  let booted = 0;

  const scheduler = createScheduler();
  const tell = (line: string) => {
    trace.push(`${(scheduler.now() / 1000).toFixed(3).padStart(9)}  ${line}`);
  };
  const content = createContent(scheduler);
  const database = createInMemoryDatabase();
  const engine = createInMemoryEngine({
    clock: () => EPOCH + Math.floor(scheduler.now()) + engineState.clockOffset,
    processing: 'on-demand',
  });
  const oracle = createOracle({ scheduler, database, engine, content, trace: tell });

  const burn = (process: SimulatedProcess) => {
    const fuse = fuses.get(process);
    if (!fuse) return;
    fuse.steps -= 1;
    if (fuse.steps > 0) return;
    fuses.delete(process);
    fuse.burnt();
  };

  const onStatement = (table: TableUid | null, process: SimulatedProcess) => {
    oracle.onStatement(table, process);
    if (table !== null) burn(process);
  };

  const network = createNetwork({
    ...{ engine, scheduler, weather },
    random: random.fork(),
    timeout: OPTIONS.timeout,
    onChange: (process, change) => {
      oracle.onChange(process, change);
      burn(process);
    },
    onMishap: (mishap) => faults.add(`engine: ${mishap}`),
  });

  const boot: World['boot'] = (stopWords = []) => {
    booted += 1;
    const process: SimulatedProcess = {
      name: `process ${booted}`,
      isDead: false,
      stalledUntil: 0,
      busyWith: 0,
      wallOffset: Math.floor(random.between(-2, 2) * 3_600_000),
    };
    const line = createDatabaseLine({ scheduler, random: random.fork(), mood, process, onStatement });
    const instance = createInstance({
      ...{ process, scheduler, database, line, content },
      engine: network(process),
      definitions: defineCollections(content, { ...configuration, stopWords }),
      onRead: (uid, documentIds) => oracle.onRead(process, uid, documentIds),
      log: (message) => tell(`  ${process.name}: ${message.split('\n')[0]}`),
    });
    instances.push(instance);
    tell(`${process.name} boots`);
    const start = (): void => {
      instance.start().catch((error: unknown) => {
        tell(`${process.name} cannot boot: ${String(error)}`);
        scheduler.after(process, 1000, start);
      });
    };
    start();
    return instance;
  };

  const retire = (process: SimulatedProcess) => {
    instances = instances.filter((instance) => instance.process !== process);
  };

  const keepEngineBusy = () => {
    if (scheduler.now() >= engineState.pausedUntil) oracle.processBatch();
    scheduler.after(null, engineRandom.pick([5, 20, 20, 100, 400]), keepEngineBusy);
  };
  const engineRandom = random.fork();
  void settleIn(engine).then(keepEngineBusy);

  const giveBack = takeOverAmbient(scheduler, random.fork());
  return {
    ...{ random, scheduler, content, database, engine, oracle, weather, mood, engineState, faults, trace, tell, boot },
    living: () => instances,
    light: (process, steps, burnt) => void fuses.set(process, { steps, burnt }),
    retire,
    kill(process) {
      process.isDead = true;
      retire(process);
    },
    makePeace() {
      tell('PEACE');
      fuses.clear();
      weather.mishaps = [];
      mood.losses = 0;
      engineState.pausedUntil = 0;
      content.breakTransform(false);
      for (const { process } of instances) process.stalledUntil = 0;
    },
    end: giveBack,
  };
}

const LEGACY_ID = `offer-${'9'.padStart(24, 'z')}-en`;

/** What lies in the engine before the plugin comes: documents of somebody else, and of strapi-plugin-meilisearch. */
async function settleIn(engine: InMemoryEngine): Promise<void> {
  const documents = [
    { _meilisearch_id: 'page-1', title: 'About us' },
    {
      _meilisearch_id: 'x',
      title: 'Of another plugin',
      _strapi: { uid: 'api::other.other', syncedAt: 1, version: 'a' },
    },
    { _meilisearch_id: LEGACY_ID, title: 'Of the plugin before this one' },
  ];
  await engine.addDocuments(
    SHARED_INDEX,
    documents.map((document) => JSON.stringify(document)),
  );
}

/** Whether nothing is left to do for any process. */
export function isQuiet({ database, engine, oracle }: World): boolean {
  const runs = database.rows(TABLES.runs);
  if (runs.some(({ status }) => status === 'queued' || status === 'running')) return false;
  // What many writes ask for is the update that a person has not decided on.
  const isWaiting = (uid: unknown) => runs.some((run) => run.uid === uid && run.status === 'awaiting-confirmation');
  const marks = database.rows(TABLES.marks).filter(({ uid }) => oracle.isEnabled(String(uid)));
  if (marks.some(({ uid, kind }) => kind !== 'all' || !isWaiting(uid))) return false;
  // Failures that are due at once are about to be marked.
  const failures = database.rows(TABLES.failures).filter(({ uid }) => oracle.isEnabled(String(uid)));
  if (failures.some(({ nextAttemptAt }) => nextAttemptAt === 0)) return false;
  return engine.pending() === 0;
}
