import type { Run } from '../../../server/src/contract';

/** Whether the run that the server answered with had begun before we asked for one. */
export function alreadyUnderway({ status, counts }: Run): boolean {
  return status === 'awaiting-confirmation' || (status === 'running' && counts.read > 0);
}
