/**
 * Named points at which a test may break the plugin on purpose, after Meilisearch's `planned_failures` and the failpoints of
 * databases. Off unless asked for, and always off in production.
 */
export const FAILPOINTS = [
  'after-commit-before-push',
  'after-push-before-await',
  'after-await-before-acknowledge',
  'holding-the-lease',
  'in-the-middle-of-an-update',
  'before-the-purge',
  'after-the-purge',
] as const;

export type Failpoint = (typeof FAILPOINTS)[number];

/** What is thrown at a failpoint. */
export class FailpointReached extends Error {
  override readonly name = 'FailpointReached';

  constructor(point: Failpoint) {
    super(`the failpoint ${point} was reached`);
  }
}

/**
 * Breaks here if the environment variable `MEILISEARCH_SYNC_FAILPOINT` says so: `<point>:throw`, or `<point>:kill`, which
 * ends the process as a power cut would. It breaks once.
 */
export function failpoint(point: Failpoint): void {
  const plan = process.env.MEILISEARCH_SYNC_FAILPOINT;
  if (plan === undefined || process.env.NODE_ENV === 'production') return;
  const [planned, action] = plan.split(':');
  if (planned !== point) return;
  delete process.env.MEILISEARCH_SYNC_FAILPOINT;
  if (action === 'kill') process.kill(process.pid, 'SIGKILL');
  throw new FailpointReached(point);
}
