import { type SearchDocument, stampedLine } from '../collections/search-document';
import type { EnqueuedTask, SearchEngine } from '../engine/search-engine';
import type { Clock } from './clock';
import type { IndexKeeper } from './index-keeper';
import { type Lease, LeaseLost } from './lease';
import { judge, type Outcome, type SentTask } from './outcome';
import type { Portion } from './portion';
import type { Stamps } from './stamps';

/** Deletions named in one task. */
const IDS_PER_TASK = 1000;
const FIRST_PAUSE = 10;
const LONGEST_PAUSE = 500;

/** Thrown when the writer is told to stop while it waits. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** The hand that writes to the engine: stamps, fence and settings in order, one task after another. */
export interface Deliverer {
  /** Enqueues what a portion asks for. Answers the tasks to watch and the bytes of content they carry. */
  enqueue(portion: Portion): Promise<{ tasks: SentTask[]; bytes: number }>;

  /** Enqueues one task of another kind under the same fence, as a settings change or a deletion by filter. */
  enqueueTask(does: SentTask['does'], send: () => Promise<EnqueuedTask | null>): Promise<SentTask[]>;

  /** What these tasks have come to so far. */
  look(tasks: readonly SentTask[]): Promise<Outcome>;

  /** Waits until these tasks are over, keeping the lease alive. */
  settled(tasks: readonly SentTask[]): Promise<Exclude<Outcome, { kind: 'pending' }>>;

  /** The stamp to begin an update with: above all used before. */
  beginStamp(index: string): Promise<number>;

  /** Goes on with the start of an update that another process began. */
  resumeStamp(stamp: number): void;

  /** The last stamp used. */
  lastStamp(): number;
}

export function createDeliverer(deps: {
  engine: SearchEngine;
  lease: Lease;
  stamps: Stamps;
  keeper: IndexKeeper;
  batchBytes: number;
  clock: Pick<Clock, 'after'>;
  isStopping: () => boolean;
}): Deliverer {
  const { engine, lease, stamps, keeper, batchBytes, clock, isStopping } = deps;

  const observed = <T extends EnqueuedTask>(task: T): T => {
    stamps.observe(task.enqueuedAt);
    return task;
  };

  const clockKnown = async (index: string) => {
    if (!stamps.isKnown) stamps.observe(await engine.now(index));
  };

  /** The fence: nothing is sent without it, and the stamp is on record before it is used. */
  const confirmedStamp = async (): Promise<number> => {
    const stamp = stamps.next();
    await lease.confirm(stamp);
    return stamp;
  };

  const look = async (tasks: readonly SentTask[]): Promise<Outcome> =>
    judge(tasks, await engine.tasks(tasks.map(({ uid }) => uid)));

  return {
    look,

    async enqueue(portion) {
      const { collection, upserts, deletions } = portion;
      const fields = [...new Set(upserts.flatMap((document) => document.fields))];
      const tasks: SentTask[] = [];
      let bytes = 0;
      for (const index of collection.indexes) {
        if (upserts.length > 0) {
          const settings = await keeper.ensure(index, fields);
          if (settings) tasks.push({ uid: observed(settings).uid, does: 'settings', documents: 0 });
          await clockKnown(index);
        }
        for (const batch of inBatches(upserts, batchBytes)) {
          const stamp = await confirmedStamp();
          const { uid } = observed(await engine.addDocuments(index, stampedLines(batch, stamp)));
          tasks.push({ uid, does: 'add', documents: batch.length });
          bytes += batch.reduce((sum, { body }) => sum + body.length, 0);
        }
        for (let start = 0; start < deletions.length; start += IDS_PER_TASK) {
          await lease.confirm(stamps.last);
          const { uid } = observed(await engine.deleteDocuments(index, deletions.slice(start, start + IDS_PER_TASK)));
          tasks.push({ uid, does: 'delete', documents: 0 });
        }
      }
      return { tasks, bytes };
    },

    async enqueueTask(does, send) {
      await lease.confirm(stamps.last);
      const task = await send();
      return task ? [{ uid: observed(task).uid, does, documents: 0 }] : [];
    },

    async settled(tasks) {
      let wait = FIRST_PAUSE;
      for (;;) {
        const outcome = await look(tasks);
        if (outcome.kind !== 'pending') return outcome;
        if (isStopping()) throw new Stopped('the writer is stopping');
        if (!(await lease.hold())) throw new LeaseLost('another writer took over during a wait');
        await new Promise<void>((resolve) => clock.after(wait, resolve));
        wait = Math.min(LONGEST_PAUSE, wait * 1.5);
      }
    },

    async beginStamp(index) {
      stamps.observe(await engine.now(index));
      const stamp = stamps.above();
      await lease.confirm(stamp);
      return stamp;
    },

    resumeStamp: (stamp) => stamps.raiseTo(stamp),

    lastStamp: () => stamps.last,
  };
}

/** Made as they are sent: all lines of a batch at once would be as large as the batch once more. */
function stampedLines(documents: readonly SearchDocument[], stamp: number): Iterable<Buffer> {
  return {
    *[Symbol.iterator]() {
      for (const document of documents) yield stampedLine(document, stamp);
    },
  };
}

/** Cuts documents into batches of at most so many bytes; one that is larger by itself goes alone. */
function* inBatches<T extends { body: Buffer }>(documents: readonly T[], batchBytes: number): Generator<T[]> {
  let batch: T[] = [];
  let bytes = 0;
  for (const document of documents) {
    const size = document.body.length;
    if (batch.length > 0 && bytes + size > batchBytes) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(document);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
