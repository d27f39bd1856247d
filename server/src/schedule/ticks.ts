import type { Core } from '@strapi/types';

import { TABLES } from '../database/models';
import { openTable } from '../database/table';
import { insertUnlessPresent } from '../database/transaction';

interface TickRow {
  id: number;
  job: string;
  slot: number | string;
}

/** Slots (minutes); a tick that is further ahead than that was left by a clock that went wrong. */
const DAY = 24 * 60;

/** Decides which instance does a job that the crons of all of them ask for. */
export interface Ticks {
  /** Answers `true` to one caller in the whole cluster for each slot of a job, and `false` to the others. */
  claim(job: string, slot: number): Promise<boolean>;
}

/** A row per job with the last slot that was claimed; it only ever rises, so that a late instance claims nothing again. */
export function createTicks(strapi: Core.Strapi): Ticks {
  return {
    async claim(job, slot) {
      await insertUnlessPresent(strapi, 'meilisearch_ticks', { job, slot: 0 }, 'job');
      const { count } = await openTable<TickRow>(strapi, TABLES.ticks).updateMany({
        where: { job, $or: [{ slot: { $lt: slot } }, { slot: { $gt: slot + DAY } }] },
        data: { slot },
      });
      return count === 1;
    },
  };
}
