import type { Core } from '@strapi/types';

import { TABLES } from '../database/models';
import { openTable } from '../database/table';
import { insertUnlessPresent } from '../database/transaction';
import type { Clock } from './clock';

interface LeaseRow {
  id: number;
  lane: string;
  owner: string | null;
  fence: number;
  beat: number | string;
  stamp: number | string;
}

/** Thrown by a writer that finds another in its place: it must push nothing any more. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** What makes a writer the only one of its lane in the whole cluster. */
export interface Lease {
  /** Takes the lease if it is free or abandoned, keeps it alive if it is ours. Answers whether it is ours. */
  hold(): Promise<boolean>;

  /**
   * Proves that the lease is still ours and records the stamp about to be used, in one statement.
   * @throws LeaseLost where it is not
   */
  confirm(stamp: number): Promise<void>;

  /** The last stamp used on this lane by anybody. */
  lastStamp(): number;

  /** Gives the lease back, so that the next writer need not wait for it to be abandoned. */
  release(): Promise<void>;
}

/**
 * A lease as a row with a beating heart. It beats by itself, also while a turn of the writer takes long: what stands still
 * is dead, or stalled as a whole. No clock is ever compared with another host's: whoever wants the lease watches the beat,
 * and takes it by compare-and-set once it has stood still for `ttl` on its own monotonic clock.
 *
 * @param owner - unique among all processes
 * @param ttl - milliseconds; at least half as long again as any request to the engine may take, so that none outlives
 *   the lease
 */
export function createLease(
  strapi: Core.Strapi,
  { lane, owner, ttl, clock }: { lane: string; owner: string; ttl: number; clock: Clock },
): Lease {
  const { monotonic } = clock;
  const table = () => openTable<LeaseRow>(strapi, TABLES.leases);
  let held: { fence: number; beat: number; at: number; stamp: number } | null = null;
  let watched: { fence: number; beat: number; since: number } | null = null;
  let stopBeating = (): void => undefined;

  const read = async () => {
    const present = await table().findOne({ where: { lane } });
    if (present) return present;
    await insertUnlessPresent(strapi, 'meilisearch_leases', { lane, fence: 0, beat: 0, stamp: 0 }, 'lane');
    return table().findOne({ where: { lane } });
  };

  const isAbandoned = (row: LeaseRow): boolean => {
    const beat = Number(row.beat);
    if (watched?.fence !== row.fence || watched.beat !== beat) {
      watched = { fence: row.fence, beat, since: monotonic() };
      return false;
    }
    return monotonic() - watched.since >= ttl;
  };

  /** A sign of life; whether the lease is still ours is for those to find out who are about to use it. */
  const pulse = async (): Promise<void> => {
    const before = held;
    if (!before) return;
    const at = monotonic();
    const beat = before.beat + 1;
    const { count } = await table().updateMany({ where: { lane, owner, fence: before.fence }, data: { beat } });
    // Unless it has beaten, or was given back, meanwhile.
    if (count === 1 && held === before) held = { ...before, beat, at };
  };

  const beatFromNowOn = (): void => {
    stopBeating();
    stopBeating = clock.after(ttl / 3, () => {
      // A beat that is missed is made up for by the next one.
      void pulse()
        .catch(() => undefined)
        .then(() => {
          if (held) beatFromNowOn();
        });
    });
  };

  const take = async (row: LeaseRow): Promise<boolean> => {
    const at = monotonic();
    const beat = Number(row.beat) + 1;
    const { count } = await table().updateMany({
      where: { lane, fence: row.fence, beat: Number(row.beat) },
      data: { owner, fence: row.fence + 1, beat },
    });
    if (count !== 1) return false;
    held = { fence: row.fence + 1, beat, at, stamp: Number(row.stamp) };
    watched = null;
    beatFromNowOn();
    return true;
  };

  const beat = async (changes: { stamp?: number }): Promise<boolean> => {
    if (!held) return false;
    const at = monotonic();
    const { count } = await table().updateMany({
      where: { lane, owner, fence: held.fence },
      data: { beat: held.beat + 1, ...changes },
    });
    held = count === 1 ? { ...held, ...changes, beat: held.beat + 1, at } : null;
    return held !== null;
  };

  return {
    async hold() {
      if (held) return monotonic() - held.at < ttl / 3 ? true : beat({});
      const row = await read();
      if (!row) return false;
      return row.owner === null || isAbandoned(row) ? take(row) : false;
    },

    async confirm(stamp) {
      const at = monotonic();
      if (!(await beat({ stamp }))) throw new LeaseLost('another writer has taken over');
      // It was ours at the database: a process that was stopped meanwhile may hear of that long after.
      if (monotonic() - at > ttl / 3) throw new LeaseLost('the lease was confirmed too late to rely on it');
    },

    lastStamp: () => held?.stamp ?? 0,

    async release() {
      stopBeating();
      if (!held) return;
      const { fence } = held;
      held = null;
      await table().updateMany({ where: { lane, owner, fence }, data: { owner: null } });
    },
  };
}
