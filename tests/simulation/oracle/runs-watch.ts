import { TABLES } from '../../../server/src/database/models';
import { isPartial, type RunOptions } from '../../../server/src/runs/run-record';
import { MODELS, OFFER } from '../world/content';
import { type Evidence, INDEXES, textOf } from './evidence';

interface KnownRun {
  status: string;
  /** When it was seen first. */
  seenAt: number;
  /** When its start stamp was written down. */
  begunAt: number | null;
}

/** Holds runs to this: an update that succeeded has healed whatever was so before it began. */
export interface RunsWatch {
  look(): void;
  /** Looks at which collections are synced. */
  lookAtCollections(): void;
  known(id: number): Readonly<KnownRun> | undefined;
}

/** @param lastStamp - the highest that was pushed so far */
export function createRunsWatch(evidence: Evidence, lastStamp: () => number): RunsWatch {
  const { scheduler, database, content, trace, report, isEnabled, hasFailure, documentOf, compare } = evidence;
  const { isTampered, doubt, endDoubt } = evidence;
  const runs = new Map<number, KnownRun>();
  const enabled = new Map<string, boolean>([[OFFER, true]]);

  const checkHealed = (uid: string, begunAt: number) => {
    endDoubt(uid, begunAt);
    if (!isEnabled(uid)) return;
    for (const index of INDEXES[uid]!) {
      if (isTampered(index, begunAt)) continue;
      for (const id of content.idsOf(uid)) {
        const last = content.history(uid, id).at(-1);
        if (!last || last.at >= begunAt || hasFailure(uid, documentOf(uid, id))) continue;
        compare(uid, index, id, 'after an update that succeeded, ');
      }
    }
  };

  return {
    look() {
      for (const row of database.rows(TABLES.runs)) {
        const { id } = row;
        const [uid, kind, status] = [String(row.uid), String(row.kind), String(row.status)];
        const options = (row.options ?? {}) as RunOptions;
        const known = runs.get(id) ?? { status: '', seenAt: scheduler.now(), begunAt: null };
        const isNews = known.status !== status;
        if (known.begunAt === null && row.stamp !== null) {
          known.begunAt = scheduler.now();
          // A check stamps nothing: it keeps the last stamp before it.
          if (kind === 'update' && Number(row.stamp) <= lastStamp())
            report(`run ${id} begins with a stamp that was used before`);
        }
        runs.set(id, { ...known, status });
        if (!isNews) continue;
        trace(`  run ${id} (${kind} ${uid}): ${status} ${textOf(row.error)}`);
        if (kind !== 'update') continue;
        // Who cancels an update, or lives with what keeps it from beginning, does without what it was to bring.
        if (status === 'canceled' || (status === 'failed' && textOf(row.error).includes('_geo'))) doubt(uid);
        const isComplete = !isPartial(options) && options.purge !== false;
        if (status.startsWith('succeeded') && isComplete) checkHealed(uid, known.begunAt!);
      }
    },

    lookAtCollections() {
      for (const uid of Object.keys(MODELS)) {
        const is = isEnabled(uid);
        if (is && !enabled.get(uid)) doubt(uid);
        enabled.set(uid, is);
      }
    },

    known: (id) => runs.get(id),
  };
}
