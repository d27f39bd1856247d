import type { Run } from '../../../../server/src/contract';
import { isActive } from '../../api/overview';
import { type Message } from '../../translations/translator';
import { type Tone } from './row-state';

/** How an update ended. */
export interface RunResult {
  tone: Tone;
  message: Message;
}

export function runResult(run: Run): RunResult {
  switch (run.status) {
    case 'succeeded':
      return { tone: 'success', message: { key: 'result.succeeded' } };
    case 'succeeded-with-failures':
      return { tone: 'warning', message: { key: 'result.withFailures', values: { count: run.counts.failed } } };
    case 'failed':
      return { tone: 'danger', message: { key: 'result.failed' } };
    case 'canceled':
      return { tone: 'neutral', message: { key: 'result.canceled' } };
    case 'queued':
    case 'running':
    case 'awaiting-confirmation':
      return { tone: 'primary', message: { key: 'result.running' } };
  }
}

/** When the run ended, or began if it has not ended: ISO 8601, `null` before that. */
export function runMoment(run: Run): string | null {
  return isActive(run) ? run.startedAt : (run.finishedAt ?? run.startedAt);
}
