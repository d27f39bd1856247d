import type { Core } from '@strapi/types';

import type { CollectionRecords } from '../collections/collection-records';
import type { RunCounts, RunKind, RunPace, RunPhase, RunStatus, Trigger } from '../contract';
import { TABLES } from '../database/models';
import { findAsOfNow, openTable } from '../database/table';
import { afterCommit, insertUnlessPresent, inTransaction } from '../database/transaction';
import { ACTIVE, isTerminal, NO_COUNTS, type RunOptions, type RunRecord } from './run-record';

const RUNS = 'meilisearch_runs';

interface RunRow {
  id: number;
  kind: RunKind;
  uid: string;
  status: RunStatus;
  activeKey: string | null;
  triggeredBy: Trigger['by'];
  triggeredByUser: string | null;
  options: RunOptions | null;
  definition: string | null;
  phase: RunPhase | null;
  cursor: number | string;
  until: number | string | null;
  stamp: number | string | null;
  counts: RunCounts | null;
  pace: RunPace | null;
  error: string | null;
  cancelRequested: boolean;
  queuedAt: number | string;
  startedAt: number | string | null;
  finishedAt: number | string | null;
}

/** What may change while a run is on. */
export type RunProgress = Partial<
  Pick<RunRecord, 'phase' | 'cursor' | 'until' | 'stamp' | 'counts' | 'pace' | 'error'>
> & {
  /** Differences that a check has found. */
  found?: number;
};

export interface RunQuery {
  uid?: string;
  kind?: RunKind;
  status?: RunStatus;
  page: number;
  pageSize: number;
}

/** The record of all runs: what was asked for, how far each got, and how it ended. */
export interface Ledger {
  /** Queues a run, or answers the one of this kind and collection that is active already. */
  queue(kind: RunKind, uid: string, trigger: Trigger, options: RunOptions): Promise<RunRecord>;

  find(id: number): Promise<RunRecord | null>;

  findMany(ids: readonly number[]): Promise<RunRecord[]>;

  list(query: RunQuery): Promise<{ runs: RunRecord[]; total: number }>;

  /** All runs that are not over, oldest first. */
  active(): Promise<RunRecord[]>;

  /**
   * How many differences checks have found that ended since a moment (milliseconds since the epoch); `null` where no check
   * and no update has, so that nobody has looked.
   */
  foundSince(moment: number): Promise<number | null>;

  /** Records how far a running run is; one that is over stays as it is. */
  progress(id: number, changes: RunProgress): Promise<void>;

  /**
   * Moves a run from one status to another; `false` where it was not in the first any more.
   * One that is over is remembered as the last of its collection.
   */
  move(
    run: Pick<RunRecord, 'id' | 'kind' | 'uid'>,
    from: RunStatus,
    to: RunStatus,
    changes?: Partial<Pick<RunRecord, 'error' | 'options' | 'definition' | 'phase' | 'startedAt'>>,
  ): Promise<boolean>;

  /** Sends a running run back to where it began: what it has done is of no use any more. */
  beginAgain(
    run: Pick<RunRecord, 'id'>,
    as: Partial<Pick<RunRecord, 'phase' | 'definition' | 'options'>>,
  ): Promise<void>;

  /** Asks a running run to stop, and ends one that nobody works on. Either way another can be queued at once. */
  cancel(run: Pick<RunRecord, 'id' | 'kind' | 'uid'>): Promise<void>;
}

/**
 * @param onMoved - told of each run that has another status, once in the whole cluster, after the commit; must not throw
 */
export function createLedger(
  strapi: Core.Strapi,
  records: CollectionRecords,
  onMoved: (id: number, to: RunStatus) => void = () => undefined,
): Ledger {
  const table = () => openTable<RunRow>(strapi, TABLES.runs);
  const findActive = async (activeKey: string) => {
    const row = await table().findOne({ where: { activeKey } });
    return row && toRecord(row);
  };

  const rememberAsLast = async ({ id, kind, uid }: Pick<RunRecord, 'id' | 'kind' | 'uid'>) => {
    if (kind === 'update') {
      const run = await ledger.find(id);
      const isUndone = run?.options.owed && (run.status === 'canceled' || run.status === 'failed');
      // Without a drift on record nobody claims that both sides are equal.
      await records.change(uid, { lastUpdateId: id, ...(isUndone ? { drift: null } : {}) });
    }
    if (kind === 'check') await records.change(uid, { lastCheckId: id });
  };

  const ledger: Ledger = {
    async queue(kind, uid, trigger, options) {
      const activeKey = `${kind} ${uid}`;
      for (;;) {
        const present = await findActive(activeKey);
        if (present) return present;

        const row = {
          kind,
          uid,
          status: 'queued',
          active_key: activeKey,
          triggered_by: trigger.by,
          triggered_by_user: trigger.user,
          options: JSON.stringify(options),
          counts: JSON.stringify(NO_COUNTS),
          cancel_requested: false,
          cursor: 0,
          queued_at: Date.now(),
        };
        await insertUnlessPresent(strapi, RUNS, row, 'active_key');
        const queued = await findAsOfNow<RunRow>(strapi, TABLES.runs, { activeKey });
        // Absent only where another instance has finished a run of this key in between: then there is room for ours.
        if (queued) return toRecord(queued);
      }
    },

    async find(id) {
      const row = await table().findOne({ where: { id } });
      return row && toRecord(row);
    },

    async findMany(ids) {
      if (ids.length === 0) return [];
      return (await table().findMany({ where: { id: { $in: ids } } })).map(toRecord);
    },

    async list({ uid, kind, status, page, pageSize }) {
      const where = {
        ...(uid === undefined ? {} : { uid }),
        ...(kind === undefined ? {} : { kind }),
        ...(status === undefined ? {} : { status }),
      };
      const [rows, total] = await Promise.all([
        table().findMany({ where, orderBy: { id: 'desc' }, limit: pageSize, offset: (page - 1) * pageSize }),
        table().count({ where }),
      ]);
      return { runs: rows.map(toRecord), total };
    },

    async active() {
      const rows = await table().findMany({ where: { status: { $in: ACTIVE } }, orderBy: { id: 'asc' } });
      return rows.map(toRecord);
    },

    async foundSince(moment) {
      const [sum] = await inTransaction<{ runs: number | string; found: number | string | null }[]>(strapi, ({ trx }) =>
        trx(RUNS)
          .whereIn('kind', ['check', 'update'])
          .where('finished_at', '>=', moment)
          .count('id as runs')
          .sum('found as found'),
      );
      return Number(sum?.runs ?? 0) === 0 ? null : Number(sum?.found ?? 0);
    },

    async progress(id, changes) {
      await table().updateMany({ where: { id, status: 'running' }, data: changes });
    },

    async move(run, from, to, changes = {}) {
      const { count } = await table().updateMany({
        where: { id: run.id, status: from },
        data: {
          status: to,
          ...changes,
          ...(isTerminal(to) ? { activeKey: null, finishedAt: Date.now(), phase: null } : {}),
        },
      });
      if (count === 0) return false;
      if (isTerminal(to)) await rememberAsLast(run);
      await afterCommit(strapi, () => onMoved(run.id, to));
      return true;
    },

    async beginAgain({ id }, as) {
      const anew = { cursor: 0, until: null, stamp: null, counts: NO_COUNTS, pace: null, found: 0, error: null };
      await table().updateMany({ where: { id, status: 'running' }, data: { ...anew, ...as } });
    },

    async cancel(run) {
      for (const status of ['queued', 'awaiting-confirmation'] as const) {
        if (await ledger.move(run, status, 'canceled')) return;
      }
      await table().updateMany({
        where: { id: run.id, status: 'running' },
        data: { cancelRequested: true, activeKey: null },
      });
    },
  };
  return ledger;
}

function toRecord(row: RunRow): RunRecord {
  const number = (value: number | string | null) => (value === null ? null : Number(value));
  return {
    id: row.id,
    kind: row.kind,
    uid: row.uid,
    status: row.status,
    trigger: { by: row.triggeredBy, user: row.triggeredByUser },
    options: row.options ?? {},
    definition: row.definition,
    phase: row.phase,
    cursor: Number(row.cursor),
    until: number(row.until),
    stamp: number(row.stamp),
    counts: { ...NO_COUNTS, ...row.counts },
    pace: row.pace ?? { rate: null, secondsLeft: null },
    error: row.error,
    cancelRequested: row.cancelRequested,
    queuedAt: Number(row.queuedAt),
    startedAt: number(row.startedAt),
    finishedAt: number(row.finishedAt),
  };
}
