import type { Collection, CollectionState, RunKind } from '../../../../server/src/contract';
import { type Tone } from '../../format/tone';
import { differences } from '../../runs/differences';
import { type Message, type MessageKey } from '../../translations/translator';

export interface StateBadge {
  tone: Tone;
  label: MessageKey;
}

const BADGES: Record<CollectionState, StateBadge> = {
  disabled: { tone: 'neutral', label: 'state.disabled' },
  'never-indexed': { tone: 'neutral', label: 'state.neverIndexed' },
  running: { tone: 'primary', label: 'state.running.update' },
  pending: { tone: 'primary', label: 'state.pending' },
  'in-sync': { tone: 'success', label: 'state.inSync' },
  drifted: { tone: 'warning', label: 'state.drifted' },
  failing: { tone: 'danger', label: 'state.failing' },
  unreachable: { tone: 'danger', label: 'state.unreachable' },
};

const RUNNING: Record<RunKind, MessageKey> = {
  update: 'state.running.update',
  check: 'state.running.check',
  repair: 'state.running.repair',
  disable: 'state.running.disable',
};

export function stateBadge({ state, activeRun }: Pick<Collection, 'state' | 'activeRun'>): StateBadge {
  if (activeRun?.status === 'awaiting-confirmation') return { tone: 'warning', label: 'state.awaitingConfirmation' };
  // Also where the collection counts as not synced already, while its documents are still being removed.
  if (activeRun && state !== 'unreachable') return { ...BADGES.running, label: RUNNING[activeRun.kind] };
  return BADGES[state];
}

/** What is behind the badge: how many changes wait, or what an update left different. What a check found is told below the row. */
export function stateNotes({ pending, drift, state }: Collection): Message[] {
  const waiting: Message[] = pending > 0 ? [{ key: 'count.pending', values: { count: pending } }] : [];
  const isTold = state === 'drifted' && drift !== null && drift.checkId === undefined;
  return [...waiting, ...(isTold ? differences(drift) : [])];
}

/** Whether Meilisearch holds more or fewer documents of a synced collection than it should; an unknown count differs from nothing. */
export function countsDiffer({ enabled, expectedCount, indexedCount }: Collection): boolean {
  return enabled && expectedCount !== null && indexedCount !== null && expectedCount !== indexedCount;
}
