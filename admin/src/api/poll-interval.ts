import type { Run } from '../../../server/src/contract';
import { isActive, type Overview } from './overview';

/** Milliseconds between two looks while something moves. */
export const MOVING_INTERVAL = 1_000;

/** Milliseconds between two looks while nothing does. */
export const CALM_INTERVAL = 12_000;

/** Milliseconds after which a document that is tried again has got through or failed, unless the engine is slow. */
const RETRY_TIME = 8_000;

/** Whether a run goes on by itself; one that waits for a person does not. */
export function isMovingRun({ status }: Pick<Run, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}

/** Whether the shown figures are about to change by themselves: a run goes on, or marks wait for an engine that answers. */
function isMoving({ status, collections }: Overview): boolean {
  const runs = [...status.activeRuns, ...collections.flatMap(({ activeRun }) => activeRun ?? [])];
  if (runs.some(isMovingRun)) return true;
  return status.engine.reachable && (status.outbox.pending > 0 || collections.some(({ pending }) => pending > 0));
}

/**
 * For the overview, and for what changes together with it.
 * @param sinceRetry milliseconds since documents were tried again, which leaves no marks; `Infinity` if none were
 * @returns milliseconds until the next look; calm as long as nothing was seen yet.
 */
export function pollInterval(overview: Overview | undefined, sinceRetry: number): number {
  if (sinceRetry < RETRY_TIME) return MOVING_INTERVAL;
  return overview && isMoving(overview) ? MOVING_INTERVAL : CALM_INTERVAL;
}

/**
 * For lists of runs: the next one may begin at any time, on a schedule or by somebody else.
 * @returns milliseconds until the next look
 */
export function runsPollInterval(runs: readonly Pick<Run, 'status'>[]): number {
  return runs.some(isMovingRun) ? MOVING_INTERVAL : CALM_INTERVAL;
}

/**
 * For what changes with one run and nothing else.
 * @returns milliseconds until the next look; `false` for none once the run is over, and where there is none
 */
export function runPollInterval(run: Run | undefined): number | false {
  return run && isActive(run) ? runsPollInterval([run]) : false;
}
