import type { Overview } from './overview';

/** Milliseconds between two looks while something moves. */
export const MOVING_INTERVAL = 1_000;

/** Milliseconds between two looks while nothing does. */
export const CALM_INTERVAL = 12_000;

/** Whether the shown figures are about to change by themselves: a run goes on, or marks wait for an engine that answers. */
export function isMoving({ status, collections }: Overview): boolean {
  const runs = [...status.activeRuns, ...collections.flatMap(({ activeRun }) => activeRun ?? [])];
  if (runs.some((run) => run.status === 'queued' || run.status === 'running')) return true;
  return status.engine.reachable && (status.outbox.pending > 0 || collections.some(({ pending }) => pending > 0));
}

/** @returns milliseconds until the next look; calm as long as nothing was seen yet. */
export function pollInterval(overview: Overview | undefined): number {
  return overview && isMoving(overview) ? MOVING_INTERVAL : CALM_INTERVAL;
}
