import { TABLES, type TableUid } from '../../../server/src/database/models';
import type { EngineChange } from '../world/network';
import type { SimulatedProcess } from '../world/scheduler';
import { createBatchesWatch } from './batches-watch';
import { checkAtRest } from './check-at-rest';
import { gatherEvidence, type Sources } from './evidence';
import { createMarksWatch } from './marks-watch';
import { createRequestsWatch } from './requests-watch';
import { createRunsWatch } from './runs-watch';

/**
 * Watches everything that happens and knows what has been promised. It works all out for itself: nothing of the product
 * is asked what is right.
 */
export interface Oracle {
  /** Promises broken so far. */
  readonly violations: readonly string[];
  /** A statement of a process took effect. */
  onStatement(table: TableUid | null, process: SimulatedProcess): void;
  /** A process has looked documents up. */
  onRead(process: SimulatedProcess, uid: string, documentIds: readonly string[]): void;
  /** The engine has taken a request of a process. */
  onChange(process: SimulatedProcess, change: EngineChange): void;
  /** Carries out the engine's next batch and looks at what it did. */
  processBatch(): void;
  /** Somebody else has a task enqueued that changes an index behind the plugin's back. */
  tamper(index: string, task: number, deletesIndex: boolean): void;
  isEnabled(uid: string): boolean;
  /** Compares index and database when nothing is left to do; `isUpdated`: after an update of everything. */
  checkAtRest(isUpdated: boolean): void;
  report(violation: string): void;
}

export function createOracle(sources: Sources): Oracle {
  const { database } = sources;
  const evidence = gatherEvidence(sources);
  const requests = createRequestsWatch(evidence);
  const runs = createRunsWatch(evidence, requests.lastStamp);
  const marks = createMarksWatch(evidence);
  const batches = createBatchesWatch(evidence, runs);
  /** The revision of each table that was looked at last. */
  const revisions = new Map<TableUid, number>();

  return {
    violations: evidence.violations,
    report: evidence.report,
    isEnabled: evidence.isEnabled,

    onStatement(table, process) {
      if (table === null || revisions.get(table) === database.revision(table)) return;
      revisions.set(table, database.revision(table));
      if (table === TABLES.marks) marks.look();
      if (table === TABLES.runs) runs.look();
      if (table === TABLES.leases) requests.onLease(process);
      if (table === TABLES.collections) runs.lookAtCollections();
    },

    onRead: requests.onRead,

    onChange(process, change) {
      requests.onChange(process, change);
      batches.onChange(change);
    },

    processBatch: batches.processBatch,
    tamper: batches.tamper,
    checkAtRest: (isUpdated) => checkAtRest(evidence, runs, isUpdated),
  };
}
