import type { Run, RunPhase } from '../../../server/src/contract';
import { type Message, type MessageKey } from '../translations/translator';
import { differences } from './differences';

/** A run under way, in words and figures that are still to be translated. */
export interface ProgressDescription {
  /** What the run is at. */
  phase: Message;
  /** Whole percents of the scope that were read; `null` while that does not tell how much is left. */
  percent: number | null;
  /** How much was read; `null` before the first. */
  read: Message | null;
  /** Rate, time left, failures, differences, removals: what there is to say besides. */
  facts: Message[];
  /** Why the run does not get on, in the words of what holds it up. */
  waitingFor: string | null;
}

const PHASES: Record<RunPhase, MessageKey> = {
  starting: 'progress.phase.starting',
  reading: 'progress.phase.reading',
  settling: 'progress.phase.settling',
  purging: 'progress.phase.purging',
  comparing: 'progress.phase.comparing',
  tracing: 'progress.phase.tracing',
  repairing: 'progress.phase.repairing',
};

export function describeProgress(run: Run): ProgressDescription {
  return {
    phase: { key: phaseOf(run) },
    percent: percentOf(run),
    read: readOf(run),
    facts: [...paceOf(run), ...findingsOf(run)],
    waitingFor: run.error,
  };
}

/**
 * Whole percents of the scope that were read, at most 100; `null` until the scope was counted, and while documents are looked
 * up in the database: then all of it was read, and nobody counts how many documents are left.
 */
export function percentOf({ phase, counts: { read, total } }: Run): number | null {
  if (total === null || phase === 'tracing') return null;
  return total === 0 ? 100 : Math.min(100, Math.floor((100 * read) / total));
}

function phaseOf({ kind, status, phase }: Run): MessageKey {
  if (status === 'queued') return 'progress.phase.queued';
  if (kind === 'disable') return 'progress.phase.removing';
  return phase === null ? 'progress.phase.running' : PHASES[phase];
}

function readOf({ counts: { read, total } }: Run): Message | null {
  if (total !== null) return { key: 'progress.readOfTotal', values: { read, total } };
  return read > 0 ? { key: 'progress.read', values: { read } } : null;
}

/** Only while entries are read: the rate says nothing about what comes afterwards. */
function paceOf({ phase, pace: { rate, secondsLeft } }: Run): Message[] {
  if (phase !== 'reading' && phase !== 'comparing') return [];
  return [
    ...(rate === null ? [] : [{ key: 'progress.rate', values: { rate: roundRate(rate) } } as const]),
    ...(secondsLeft === null ? [] : [timeLeft(secondsLeft)]),
  ];
}

function roundRate(rate: number): number {
  return rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate);
}

function timeLeft(seconds: number): Message {
  if (seconds < 60) return { key: 'progress.secondsLeft', values: { seconds: Math.max(1, Math.round(seconds)) } };
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return { key: 'progress.minutesLeft', values: { minutes } };
  return { key: 'progress.hoursLeft', values: { hours: Math.floor(minutes / 60), minutes: minutes % 60 } };
}

function findingsOf({ counts }: Run): Message[] {
  const count = (key: MessageKey, count: number): Message[] => (count > 0 ? [{ key, values: { count } }] : []);
  return [...count('count.failed', counts.failed), ...differences(counts), ...count('count.removed', counts.purged)];
}
