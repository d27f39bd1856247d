import type { EngineRefusal, Task } from '../engine/search-engine';

/** A task as it was enqueued, and how many documents it was given. */
export interface SentTask {
  uid: number;
  does: 'add' | 'delete' | 'settings';
  /** Documents in the payload, for `add`. */
  documents: number;
}

/** What the tasks of a shipment have come to, all together. */
export type Outcome =
  | { kind: 'pending' }
  | { kind: 'done'; deleted: number }
  /** Not done, and the documents are not to blame: the same again later. */
  | { kind: 'again'; because: string }
  /** The engine found fault with the payload of at least one task, or of another task in the same batch of its own. */
  | { kind: 'refused'; refusal: EngineRefusal };

/**
 * Judges a shipment by its tasks.
 * @param tasks - the states of `sent`, in the same order
 */
export function judge(sent: readonly SentTask[], tasks: readonly Task[]): Outcome {
  if (tasks.some(({ status }) => status === 'enqueued' || status === 'processing')) return { kind: 'pending' };

  let deleted = 0;
  let again: string | null = null;
  for (const [position, task] of tasks.entries()) {
    const { does, documents } = sent[position] ?? { does: 'settings', documents: 0 };
    switch (task.status) {
      case 'succeeded':
        deleted += task.deleted ?? 0;
        // A body cut on its way is a complete task to the engine.
        if (does === 'add' && task.received !== documents) {
          again = `task ${task.uid} received ${task.received ?? 'an unknown number'} of ${documents} documents`;
        }
        break;
      case 'failed':
        // Nothing can be left in an index that is not there.
        if (does === 'delete' && task.refusal.code === 'index_not_found') break;
        if (task.blames === 'data') return { kind: 'refused', refusal: task.refusal };
        again = task.refusal.message;
        break;
      case 'canceled':
        again = `task ${task.uid} was canceled`;
        break;
      case 'unknown':
        again = `the engine has forgotten task ${task.uid}`;
        break;
    }
  }
  return again === null ? { kind: 'done', deleted } : { kind: 'again', because: again };
}
