import type { Run } from '../../../../server/src/contract';
import { differenceCount } from '../../runs/differences';
import { type RunResult, runResult } from '../../runs/run-result';

/**
 * How the last update or check of a row ended. `null` where that goes without saying: an update that went well, and a check
 * whose differences stand below the row until they are mended.
 */
export function lastRunNews(run: Run): RunResult | null {
  const isTold = run.kind !== 'check' || differenceCount(run.counts) > 0;
  return run.status === 'succeeded' && isTold ? null : runResult(run);
}
