import type { RunKind } from '../contract';
import type { RunRecord } from './run-record';

/** Runs that push, worked on side by side; the others wait in their queue. */
const SIDE_BY_SIDE = 3;

const isLook = (kind: RunKind) => kind === 'check' || kind === 'repair';

/**
 * Which of the active runs of a lane are worked on in a turn of the writer: the oldest that push, and besides one check or
 * repair of another collection. What an update is pushing anyway is no drift, so it comes first.
 * @param active - oldest first
 */
export function planTurn<T extends Pick<RunRecord, 'kind' | 'uid' | 'status'>>(active: readonly T[]): T[] {
  const workable = active.filter(({ status }) => status !== 'awaiting-confirmation');
  const pushing = workable.filter(({ kind }) => !isLook(kind));
  const looking = workable.filter(({ kind, uid }) => isLook(kind) && !pushing.some((run) => run.uid === uid));
  // A repair before the next check: its differences are known.
  const look =
    looking.find(({ kind }) => kind === 'repair') ?? looking.find(({ status }) => status === 'running') ?? looking[0];
  return [...pushing.slice(0, SIDE_BY_SIDE), ...(look ? [look] : [])];
}
