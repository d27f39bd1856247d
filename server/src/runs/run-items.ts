import type { Core } from '@strapi/types';

import type { RunItem, Verdict } from '../contract';
import { TABLES } from '../database/models';
import { inPortions, openTable } from '../database/table';

interface ItemRow extends Omit<RunItem, 'id'> {
  id: number;
  runId: number;
  searchId: string;
}

/** An item and its place in the order in which the check found them. */
export interface PlacedItem {
  position: number;
  item: RunItem;
}

/** The documents that checks found different and that repairs mended, each on record with its run. */
export interface RunItems {
  /** Lists what this run does not list yet. Answers what was new. */
  add(runId: number, items: readonly RunItem[]): Promise<RunItem[]>;

  /** Those after a position, in their order. */
  after(runId: number, position: number, limit: number): Promise<PlacedItem[]>;

  list(query: {
    runId: number;
    verdict?: Verdict;
    page: number;
    pageSize: number;
  }): Promise<{ items: RunItem[]; total: number }>;

  count(runId: number): Promise<number>;

  /** Forgets what a run lists. */
  clear(runId: number): Promise<void>;
}

export function createRunItems(strapi: Core.Strapi): RunItems {
  const table = () => openTable<ItemRow>(strapi, TABLES.items);

  const listedAmong = async (runId: number, items: readonly RunItem[]) => {
    const where = { runId, searchId: { $in: items.map(({ id }) => id) } };
    const rows = await table().findMany({ where, select: ['index', 'searchId'] });
    return new Set(rows.map(({ index, searchId }) => `${index} ${searchId}`));
  };

  return {
    async add(runId, items) {
      const added: RunItem[] = [];
      const once = new Map(items.map((item) => [`${item.index} ${item.id}`, item]));
      for (const portion of inPortions([...once.values()])) {
        const listed = await listedAmong(runId, portion);
        const fresh = portion.filter(({ index, id }) => !listed.has(`${index} ${id}`));
        if (fresh.length === 0) continue;
        await table().createMany({ data: fresh.map(({ id, ...item }) => ({ ...item, searchId: id, runId })) });
        added.push(...fresh);
      }
      return added;
    },

    async after(runId, position, limit) {
      const rows = await table().findMany({
        where: { runId, id: { $gt: position } },
        orderBy: { id: 'asc' },
        limit,
      });
      return rows.map((row) => ({ position: row.id, item: toItem(row) }));
    },

    async list({ runId, verdict, page, pageSize }) {
      const where = { runId, ...(verdict === undefined ? {} : { verdict }) };
      const [rows, total] = await Promise.all([
        table().findMany({ where, orderBy: { id: 'asc' }, limit: pageSize, offset: (page - 1) * pageSize }),
        table().count({ where }),
      ]);
      return { items: rows.map(toItem), total };
    },

    count: (runId) => table().count({ where: { runId } }),

    async clear(runId) {
      await table().deleteMany({ where: { runId } });
    },
  };
}

const toItem = ({ searchId, index, documentId, locale, verdict, action, result }: ItemRow): RunItem => ({
  id: searchId,
  ...{ index, documentId, locale, verdict, action, result },
});
