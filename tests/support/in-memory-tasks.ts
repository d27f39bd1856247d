import { blame, type EngineComplaint } from '../../server/src/engine/errors';
import type { EnqueuedTask, Task } from '../../server/src/engine/search-engine';

/** What a task does when its turn comes; it fails by throwing a {@link TaskFailure}. */
export interface Work {
  /** `documents`: taken together with its neighbours of the same index; `alone`: never. */
  batching: 'documents' | 'alone';
  /** Documents it adds: one that the engine cannot take fails the whole batch. */
  added?: readonly Record<string, unknown>[];
  run(): { received?: number; deleted?: number };
}

/** Fails the task in which it is thrown. */
export class TaskFailure extends Error {
  constructor(readonly complaint: EngineComplaint) {
    super(complaint.message);
  }
}

export interface TaskQueueOptions {
  /** Milliseconds since the epoch; the wall clock by default. */
  clock?: () => number;
  /** Whether tasks are carried out as soon as they are enqueued, or when {@link TaskQueue.process} says so. */
  processing?: 'immediate' | 'on-demand';
}

/** The queue of an engine: first in, first out for each index, neighbours taken together in batches. */
export interface TaskQueue {
  enqueue(index: string, work: Work): EnqueuedTask;
  stateOf(uid: number): Task;
  /** How many tasks are enqueued. */
  pending(): number;
  /** Carries out the oldest batch: a task, with those that the engine takes together with it. */
  processBatch(): void;
  /** Carries out whatever is enqueued. */
  process(): void;
  /** Lets every task of the next batch fail with this complaint, as a bad document or a broken embedder does. */
  failNextBatch(complaint: EngineComplaint): void;
  /** Cancels whatever is enqueued, as a person with the key may. */
  cancelQueued(): void;
  /** Forgets all ended tasks, as an engine does of very many. */
  forgetTasks(): void;
}

/** @param refuse - why none of these documents, added to an index in one batch, can be taken */
export function createTaskQueue(
  { clock = Date.now, processing = 'immediate' }: TaskQueueOptions,
  refuse: (index: string, added: readonly Record<string, unknown>[]) => EngineComplaint | undefined,
): TaskQueue {
  const queue: { uid: number; index: string; work: Work }[] = [];
  /** Replaced, never changed. */
  const states = new Map<number, Task>();
  const plannedComplaints: EngineComplaint[] = [];
  let nextUid = 0;

  function takeBatch(): typeof queue {
    const [first] = queue;
    if (!first) return [];
    const ofIndex = queue.filter(({ index }) => index === first.index);
    const end = ofIndex.findIndex(({ work }) => work.batching === 'alone');
    const batch = end === -1 ? ofIndex : ofIndex.slice(0, Math.max(end, 1));
    for (const task of batch) queue.splice(queue.indexOf(task), 1);
    return batch;
  }

  function outcome(uid: number, work: Work, complaint: EngineComplaint | undefined): Task {
    try {
      if (complaint) throw new TaskFailure(complaint);
      const { received = null, deleted = null } = work.run();
      return { uid, status: 'succeeded', received, deleted, duration: 0 };
    } catch (error) {
      if (!(error instanceof TaskFailure)) throw error;
      const { code, message } = error.complaint;
      return { uid, status: 'failed', refusal: { code, message }, blames: blame(error.complaint) };
    }
  }

  function processBatch(): void {
    const batch = takeBatch();
    const [first] = batch;
    if (!first) return;
    const added = batch.flatMap(({ work }) => work.added ?? []);
    const complaint = plannedComplaints.shift() ?? refuse(first.index, added);
    for (const { uid, work } of batch) states.set(uid, outcome(uid, work, complaint));
  }

  function process(): void {
    while (queue.length > 0) processBatch();
  }

  return {
    process,
    processBatch,
    pending: () => queue.length,

    enqueue: (index, work) => {
      const uid = nextUid++;
      const enqueuedAt = clock();
      queue.push({ uid, index, work });
      states.set(uid, { uid, status: 'enqueued' });
      if (processing === 'immediate') process();
      return { uid, enqueuedAt };
    },

    stateOf: (uid) => states.get(uid) ?? { uid, status: 'unknown' },

    failNextBatch: (complaint) => {
      plannedComplaints.push(complaint);
    },

    cancelQueued: () => {
      for (const { uid } of queue.splice(0)) states.set(uid, { uid, status: 'canceled' });
    },

    forgetTasks: () => {
      for (const [uid, { status }] of states) if (status !== 'enqueued') states.delete(uid);
    },
  };
}
