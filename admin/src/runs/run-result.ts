import type { Run } from '../../../server/src/contract';
import { isActive } from '../api/overview';
import { type Tone } from '../format/tone';
import { type Message } from '../translations/translator';
import { differenceCount, differences } from './differences';
import { STATUS_BADGES } from './run-status';

/** How a run ended, or that it has not. */
export interface RunResult {
  tone: Tone;
  messages: Message[];
}

/** A check that has run to its end says what it found, any other run how it ended. */
export function runResult({ kind, status, counts }: Run): RunResult {
  if (status === 'succeeded-with-failures') {
    return { tone: 'warning', messages: [{ key: 'result.withFailures', values: { count: counts.failed } }] };
  }
  if (kind === 'check' && status === 'succeeded') {
    return differenceCount(counts) === 0
      ? { tone: 'success', messages: [{ key: 'result.noDifference' }] }
      : { tone: 'warning', messages: differences(counts) };
  }
  const { tone, label } = STATUS_BADGES[status];
  return { tone, messages: [{ key: label }] };
}

/** When the run ended, or began if it has not ended: ISO 8601, `null` before that. */
export function runMoment(run: Run): string | null {
  return isActive(run) ? run.startedAt : (run.finishedAt ?? run.startedAt);
}
