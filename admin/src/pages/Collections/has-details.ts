import type { Collection } from '../../../../server/src/contract';

/** Whether a row has more to say than its cells hold: a run under way, a failed update, problems of its configuration. */
export function hasDetails(collection: Collection): boolean {
  return collection.activeRun !== null || failedUpdate(collection) !== null || collection.problems.length > 0;
}

/** The words of the last update, where it failed and nothing was begun since. */
export function failedUpdate({ enabled, activeRun, lastUpdate }: Collection): string | null {
  return enabled && activeRun === null && lastUpdate?.status === 'failed' ? lastUpdate.error : null;
}
