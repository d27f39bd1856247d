import { type CheckDepth, type Run, type RunCounts, VERDICTS } from '../../../../server/src/contract';
import { isWholeCheck } from './lists-differences';
import { type MessageKey } from '../../translations/translator';

export const DEPTH_LABELS: Record<CheckDepth, MessageKey> = {
  quick: 'depth.quick',
  full: 'depth.full',
  deep: 'depth.deep',
};

const LABELS: Record<keyof RunCounts, MessageKey> = {
  total: 'fact.total',
  read: 'fact.read',
  pushed: 'fact.pushed',
  unchanged: 'fact.unchanged',
  excluded: 'column.excluded',
  failed: 'fact.failed',
  purged: 'fact.removed',
  missing: 'verdict.missing.title',
  stale: 'verdict.stale.title',
  orphaned: 'verdict.orphaned.title',
  undecided: 'fact.undecided',
};

const NAMES = Object.keys(LABELS) as (keyof RunCounts)[];

/** What the run has counted. A check that looked at everything also says what it has not found; else what is 0 says nothing. */
export function countFacts(run: Run): { label: MessageKey; count: number }[] {
  const isAnswer = (name: keyof RunCounts) => isWholeCheck(run) && VERDICTS.some((verdict) => verdict === name);
  return NAMES.flatMap((name) => {
    const count = run.counts[name];
    return count === null || (count === 0 && !isAnswer(name)) ? [] : [{ label: LABELS[name], count }];
  });
}
