import type { Core } from '@strapi/types';

import { inPortions } from '../database/table';
import { inTransaction } from '../database/transaction';
import type { Link } from './link';

/** Rows of a link table read at once: two numbers each. */
const LINK_PAGE = 5000;

/** Finds the rows that hold others by a link, in portions that one statement can name and that may repeat one. */
export type ParentsOf = (link: Link, childIds: readonly number[]) => AsyncGenerator<number[]>;

interface LinkRow {
  id: number;
  parentId: number;
}

/** @returns look-ups of which none holds more in memory than a page; they take as many children as one statement can name */
export function createParentsOf(strapi: Core.Strapi): ParentsOf {
  /** By the table's own id, which every index carries: so a page costs no more than what is on it. */
  const pageOf = (link: Link, childIds: readonly number[], after: number): Promise<LinkRow[]> =>
    inTransaction(strapi, ({ trx }) =>
      trx(link.table)
        .select<LinkRow[]>({ id: 'id', parentId: link.parentColumn })
        .whereIn(link.childColumn, childIds)
        .where(link.only)
        .whereNotNull(link.parentColumn)
        .where('id', '>', after)
        .orderBy('id')
        .limit(LINK_PAGE),
    );

  return async function* parentsOf(link, childIds) {
    for (let after = 0; ;) {
      const page = await pageOf(link, childIds, after);
      const last = page.at(-1);
      if (!last) return;
      yield* inPortions([...new Set(page.map(({ parentId }) => parentId))]);
      if (page.length < LINK_PAGE) return;
      after = last.id;
    }
  };
}
