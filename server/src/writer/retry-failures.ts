import type { Failures } from '../failures/failures';
import { editedMark } from '../outbox/mark';
import type { Outbox } from '../outbox/outbox';
import type { Work } from './work';

const AT_ONCE = 100;

/** Milliseconds between looks at the failures. */
const INTERVAL = 2000;

/** Marks failing documents anew when their time has come: from there on they are documents like all others. */
export function createFailureRetry(deps: {
  failures: Failures;
  outbox: Outbox;
  uids: () => readonly string[];
  /** Called when there are marks anew. */
  wake: () => void;
  monotonic: () => number;
}): Work {
  const { failures, outbox, uids, wake, monotonic } = deps;
  let lookedAt = -Infinity;

  return {
    async step() {
      if (monotonic() - lookedAt < INTERVAL) return false;
      lookedAt = monotonic();
      const due = await failures.takeDue(uids(), AT_ONCE);
      await outbox.add(
        due.map(({ uid, documentId }) => editedMark(uid, documentId)),
        wake,
      );
      return false;
    },

    isAtWork: () => false,

    reset() {
      lookedAt = -Infinity;
    },
  };
}
