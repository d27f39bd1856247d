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
  /** Lost, or refused by an engine in trouble; the documents are not to blame: the same again later. */
  | { kind: 'again'; because: string }
  /** The engine blames itself; a document that it cannot read makes it do so each time. */
  | { kind: 'failed'; refusal: EngineRefusal }
  /** The engine found fault with the payload of at least one task, or of another task in the same batch of its own. */
  | { kind: 'refused'; refusal: EngineRefusal };

/** As long as one is pending nothing is known; after that the worst counts. */
const WORST_FIRST = ['pending', 'refused', 'failed', 'again'] as const;

/** Codes of an engine in trouble, whatever the documents are. */
const ENGINE_IN_TROUBLE = new Set(['no_space_left_on_device', 'io_error', 'too_many_open_files']);

/**
 * Judges a shipment by its tasks.
 * @param tasks - the states of `sent`, in the same order
 */
export function judge(sent: readonly SentTask[], tasks: readonly Task[]): Outcome {
  const outcomes = tasks.map((task, position) => judgeTask(sent[position], task));
  const worst = WORST_FIRST.map((kind) => outcomes.find((outcome) => outcome.kind === kind)).find(Boolean);
  if (worst) return worst;
  return { kind: 'done', deleted: outcomes.reduce((sum, outcome) => sum + deletedBy(outcome), 0) };
}

function judgeTask(sent: SentTask | undefined, task: Task): Outcome {
  switch (task.status) {
    case 'enqueued':
    case 'processing':
      return { kind: 'pending' };
    case 'succeeded':
      // A body cut on its way is a complete task to the engine.
      if (sent?.does === 'add' && task.received !== sent.documents) {
        const received = task.received ?? 'an unknown number';
        return { kind: 'again', because: `a task received ${received} of ${sent.documents} documents` };
      }
      return { kind: 'done', deleted: task.deleted ?? 0 };
    case 'failed':
      // Nothing can be left in an index that is not there.
      if (sent?.does === 'delete' && task.refusal.code === 'index_not_found') return { kind: 'done', deleted: 0 };
      if (task.blames === 'data') return { kind: 'refused', refusal: task.refusal };
      return ENGINE_IN_TROUBLE.has(task.refusal.code)
        ? { kind: 'again', because: task.refusal.message }
        : { kind: 'failed', refusal: task.refusal };
    case 'canceled':
      return { kind: 'again', because: 'a task was canceled' };
    case 'unknown':
      return { kind: 'again', because: 'the engine has forgotten a task' };
  }
}

const deletedBy = (outcome: Outcome): number => (outcome.kind === 'done' ? outcome.deleted : 0);
