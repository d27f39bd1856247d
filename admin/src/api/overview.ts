import type { Collection, Run, RunStatus, Status } from '../../../server/src/contract';

/** What the Collections page shows, looked up at one moment. */
export interface Overview {
  status: Status;
  collections: Collection[];
}

const ACTIVE: readonly RunStatus[] = ['queued', 'running', 'awaiting-confirmation'];

/** Whether the run has not come to its end yet. */
export function isActive(run: Run): boolean {
  return ACTIVE.includes(run.status);
}

/** The overview as it is after the server answered with `run`: shows it at once, ahead of the next look. */
export function withRun(overview: Overview, run: Run): Overview {
  const activeRuns = overview.status.activeRuns.filter(({ id }) => id !== run.id);
  return {
    status: { ...overview.status, activeRuns: isActive(run) ? [...activeRuns, run] : activeRuns },
    collections: overview.collections.map((collection) =>
      collection.uid === run.uid ? collectionWithRun(collection, run) : collection,
    ),
  };
}

function collectionWithRun(collection: Collection, run: Run): Collection {
  if (!isActive(run)) return { ...collection, activeRun: null };
  return { ...collection, enabled: run.kind !== 'disable', activeRun: run, state: 'running' };
}
