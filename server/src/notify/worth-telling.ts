import { sumOf } from '../runs/guard-repair';
import type { RunRecord } from '../runs/run-record';
import type { Reason } from './news';

type Ended = Pick<RunRecord, 'kind' | 'status' | 'counts' | 'options' | 'error'>;

/**
 * Why a run is worth telling, or `null` where all is as it should be: an update that got through, a check without a
 * difference or one whose repair tells what was done, anything that a person has canceled.
 */
export function worthTelling(run: Ended): Reason | null {
  switch (run.status) {
    case 'failed':
    case 'awaiting-confirmation':
      return run.status;
    case 'succeeded-with-failures':
      return hasLeft(run) ? 'left' : 'with-failures';
    case 'succeeded':
      if (hasLeft(run)) return 'left';
      return run.kind === 'repair' && run.counts.pushed + run.counts.purged > 0 ? 'repaired' : null;
    case 'queued':
    case 'running':
    case 'canceled':
      return null;
  }
}

/** Whether a check has left its differences to a person: with an error, or because it was to look only. */
function hasLeft({ kind, counts, options, error }: Ended): boolean {
  return kind === 'check' && sumOf(counts) > 0 && (error !== null || options.repair !== true);
}
