import type { Collection, Drift, Run } from '../../../../server/src/contract';
import { differenceCount } from '../../runs/differences';
import { type MessageKey } from '../../translations/translator';

/** What a check has found, and lists. */
export interface FoundDrift extends Drift {
  checkId: number;
}

/** A run that did not get to its end, in its own words. */
export interface RunFailure {
  title: MessageKey;
  error: string;
}

/** Whether a row has more to say than its cells hold. */
export function hasDetails(collection: Collection): boolean {
  return (
    collection.activeRun !== null ||
    foundDrift(collection) !== null ||
    failedRun(collection) !== null ||
    collection.problems.length > 0
  );
}

/** The differences that are listed somewhere and were not mended yet, while nothing is being done about them. */
export function foundDrift({ enabled, activeRun, drift }: Collection): FoundDrift | null {
  if (!enabled || activeRun !== null || drift?.checkId === undefined) return null;
  return differenceCount(drift) > 0 ? { ...drift, checkId: drift.checkId } : null;
}

/** Why a check did not have its differences repaired, although it was to; `null` where it just looked. */
export function whyLeft({ lastCheck }: Collection, { checkId }: FoundDrift): string | null {
  return lastCheck?.id === checkId ? lastCheck.error : null;
}

/** The last run, where it failed and nothing was begun since; an update that went well makes up for a check that did not. */
export function failedRun({ enabled, activeRun, lastUpdate, lastCheck }: Collection): RunFailure | null {
  if (!enabled || activeRun !== null) return null;
  if (hasFailed(lastUpdate)) return { title: 'details.failed', error: lastUpdate.error };
  const isNews = lastCheck !== null && lastCheck.id > (lastUpdate?.id ?? 0);
  return isNews && hasFailed(lastCheck) ? { title: 'details.checkFailed', error: lastCheck.error } : null;
}

function hasFailed(run: Run | null): run is Run & { error: string } {
  return run?.status === 'failed' && run.error !== null;
}
