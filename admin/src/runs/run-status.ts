import type { RunKind, RunStatus } from '../../../server/src/contract';
import { type Tone } from '../format/tone';
import { type MessageKey } from '../translations/translator';

/** The words for each kind of run. */
export const KIND_LABELS: Record<RunKind, MessageKey> = {
  update: 'run.kind.update',
  check: 'run.kind.check',
  repair: 'run.kind.repair',
  disable: 'run.kind.disable',
};

/** The words for where a run stands, and how good that is. */
export const STATUS_BADGES: Record<RunStatus, { tone: Tone; label: MessageKey }> = {
  queued: { tone: 'primary', label: 'run.status.queued' },
  running: { tone: 'primary', label: 'run.status.running' },
  'awaiting-confirmation': { tone: 'warning', label: 'state.awaitingConfirmation' },
  succeeded: { tone: 'success', label: 'run.status.succeeded' },
  'succeeded-with-failures': { tone: 'warning', label: 'run.status.withFailures' },
  failed: { tone: 'danger', label: 'run.status.failed' },
  canceled: { tone: 'neutral', label: 'run.status.canceled' },
};
