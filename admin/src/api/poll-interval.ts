import type { Run } from '../../../server/src/contract';
import type { Overview } from './overview';

/** Milliseconds between two looks while something moves. */
export const MOVING_INTERVAL = 1_000;

/** Milliseconds between two looks while nothing does. */
export const CALM_INTERVAL = 12_000;

/** Whether a run goes on by itself; one that waits for a person does not. */
export function isMovingRun({ status }: Pick<Run, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}

/** Whether the shown figures are about to change by themselves: a run goes on, or marks wait for an engine that answers. */
export function isMoving({ status, collections }: Overview): boolean {
  const runs = [...status.activeRuns, ...collections.flatMap(({ activeRun }) => activeRun ?? [])];
  if (runs.some(isMovingRun)) return true;
  return status.engine.reachable && (status.outbox.pending > 0 || collections.some(({ pending }) => pending > 0));
}

/** @returns milliseconds until the next look; calm as long as nothing was seen yet. */
export function pollInterval(overview: Overview | undefined): number {
  return overview && isMoving(overview) ? MOVING_INTERVAL : CALM_INTERVAL;
}

/**
 * For what changes with these runs and nothing else.
 * @returns milliseconds until the next look; `false` for none while no run goes on.
 */
export function runsPollInterval(runs: readonly Pick<Run, 'status'>[]): number | false {
  return runs.some(isMovingRun) ? MOVING_INTERVAL : false;
}
