import type { Core } from '@strapi/types';

import type { CollectionRecords } from '../collections/collection-records';
import { TABLES } from '../database/models';
import { openTable, STATEMENT_VALUES } from '../database/table';

/** A row that old runs are found by. */
interface Row {
  id: number;
  runId: number;
  finishedAt: number | string | null;
}

/**
 * Forgets runs that ended before a moment, and what they found, in portions. Runs that are not over stay, and so do those that
 * a collection is shown with.
 *
 * @param before - milliseconds since the epoch
 * @returns how many runs it has forgotten
 */
export async function pruneRuns(
  strapi: Core.Strapi,
  records: CollectionRecords,
  before: number,
  isStopping: () => boolean,
): Promise<number> {
  const runs = openTable<Row>(strapi, TABLES.runs);
  const items = openTable<Row>(strapi, TABLES.items);
  const kept = new Set((await records.all()).flatMap(runsShownWith));

  /** Items go first: a run that is gone would leave them to nobody. */
  const forgetItems = async (runIds: readonly number[]) => {
    while (!isStopping()) {
      const found = await items.findMany({
        where: { runId: { $in: [...runIds] } },
        select: ['id'],
        limit: STATEMENT_VALUES,
      });
      if (found.length === 0) return;
      await items.deleteMany({ where: { id: { $in: found.map(({ id }) => id) } } });
    }
  };

  let forgotten = 0;
  let last = 0;
  while (!isStopping()) {
    const old = await runs.findMany({
      where: { id: { $gt: last }, finishedAt: { $lt: before } },
      select: ['id'],
      orderBy: { id: 'asc' },
      limit: STATEMENT_VALUES,
    });
    if (old.length === 0) break;
    last = Math.max(...old.map(({ id }) => id));
    const ids = old.map(({ id }) => id).filter((id) => !kept.has(id));
    if (ids.length === 0) continue;
    await forgetItems(ids);
    if (isStopping()) break;
    forgotten += (await runs.deleteMany({ where: { id: { $in: ids } } })).count;
  }
  return forgotten;
}

/** The runs that a collection's row on the Collections page names. */
function runsShownWith(record: Awaited<ReturnType<CollectionRecords['all']>>[number]): number[] {
  const { lastUpdateId, lastCompleteUpdateId, lastCheckId, drift } = record;
  return [lastUpdateId, lastCompleteUpdateId, lastCheckId, drift?.checkId].filter((id) => id != null);
}
