import type { CheckDepth, Run, RunCounts, RunKind, RunPace, RunPhase, RunStatus, Trigger } from '../contract';

/** What a run was asked to do. */
export interface RunOptions {
  /** An update: delete afterwards what it did not touch. */
  purge?: boolean;
  /** A partial update: only these entries. */
  filters?: Record<string, unknown>;
  locale?: string;
  /** A person has seen how much an update would purge and wants it. */
  purgeConfirmed?: boolean;
  /** An update: it does what a mark `all` asked for, so that without it the collection is not as it should be. */
  owed?: boolean;
  /** A disable: take the documents out of the engine too. */
  removeDocuments?: boolean;
  /** A check: how closely it looks; a repair: how closely its check has looked. */
  depth?: CheckDepth;
  /** A quick check: the versions of entries changed since then are compared; milliseconds since the epoch. */
  since?: number;
  /** A check: mend what it finds. */
  repair?: boolean;
  /** A repair: the check whose differences it mends. */
  checkId?: number;
}

/** A run as the ledger keeps it; times are milliseconds since the epoch. */
export interface RunRecord {
  id: number;
  kind: RunKind;
  uid: string;
  status: RunStatus;
  trigger: Trigger;
  options: RunOptions;
  /** What the collection was defined as when the run began, in short; `null` until then. */
  definition: string | null;
  phase: RunPhase | null;
  /** Read and acknowledged by the engine up to this row id. */
  cursor: number;
  /** Nothing beyond this row id is read: what is created later has marks. `null` until it is known. */
  until: number | null;
  stamp: number | null;
  counts: RunCounts;
  pace: RunPace;
  error: string | null;
  cancelRequested: boolean;
  queuedAt: number;
  startedAt: number | null;
  finishedAt: number | null;
}

export const NO_COUNTS: RunCounts = {
  total: null,
  read: 0,
  pushed: 0,
  unchanged: 0,
  excluded: 0,
  failed: 0,
  purged: 0,
  missing: 0,
  stale: 0,
  orphaned: 0,
  undecided: 0,
};

/** Counts with more added to some of them. */
export function addCounts(counts: RunCounts, more: Partial<Omit<RunCounts, 'total'>>): RunCounts {
  const sums = (Object.keys(more) as (keyof typeof more)[]).map((name) => [name, counts[name] + (more[name] ?? 0)]);
  return { ...counts, ...(Object.fromEntries(sums) as typeof more) };
}

export const ACTIVE: readonly RunStatus[] = ['queued', 'running', 'awaiting-confirmation'];

/** Whether a run is over for good. */
export function isTerminal(status: RunStatus): boolean {
  return !ACTIVE.includes(status);
}

/** Whether an update was asked to look at only a part of the scope, which then proves nothing about the rest. */
export function isPartial({ filters, locale }: RunOptions): boolean {
  return filters !== undefined || locale !== undefined;
}

/** The public form of a run. */
export function toRun(record: RunRecord): Run {
  const iso = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());
  return {
    id: record.id,
    kind: record.kind,
    uid: record.uid,
    trigger: record.trigger,
    status: record.status,
    phase: record.phase,
    startedAt: iso(record.startedAt),
    finishedAt: iso(record.finishedAt),
    // A check stamps nothing: what it keeps is the last stamp before it.
    stamp: record.kind === 'check' ? null : record.stamp,
    counts: record.counts,
    pace: record.pace,
    error: record.error,
    depth: record.options.depth ?? null,
    checkId: record.options.checkId ?? null,
  };
}
