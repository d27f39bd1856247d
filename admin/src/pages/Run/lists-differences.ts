import type { Collection, Run, Verdict } from '../../../../server/src/contract';
import { differenceCount } from '../../runs/differences';
import { type MessageKey } from '../../translations/translator';

/** Whether the run names documents one by one: an update rewrites everything and lists nothing. */
export function listsDifferences({ kind }: Run): boolean {
  return kind === 'check' || kind === 'repair';
}

/** Whether the collection still has what this check found: nothing has mended it, or looked again, since. */
export function isRepairable({ id }: Run, { drift }: Pick<Collection, 'drift'>): boolean {
  return drift?.checkId === id && differenceCount(drift) > 0;
}

/** Whether it is a check that has looked at everything: what it did not find is not there. */
export function isWholeCheck({ kind, status }: Run): boolean {
  return kind === 'check' && (status === 'succeeded' || status === 'succeeded-with-failures');
}

/** Whether a check that is over has found more than the `listed` documents that it names. */
export function listsOnly(run: Run, listed: number): boolean {
  return isWholeCheck(run) && listed < differenceCount(run.counts);
}

/** What is said where no difference is listed: none of this kind, none as far as it got, or none at all. */
export function noDifference(run: Run, verdict: Verdict | undefined): MessageKey {
  if (verdict !== undefined) return 'differences.noMatch';
  return isWholeCheck(run) ? 'differences.none' : 'differences.noneYet';
}
