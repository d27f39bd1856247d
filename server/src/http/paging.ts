import { z } from 'zod';

import type { Pagination } from '../contract';

const LARGEST_PAGE = 100;

const wholeNumber = z.coerce.number({ error: 'a whole number' }).int('a whole number');

/** What every paged list takes; pages count from 1. */
export const pagingSchema = {
  page: wholeNumber.min(1, 'from 1 on').default(1),
  pageSize: wholeNumber.min(1, `from 1 to ${LARGEST_PAGE}`).max(LARGEST_PAGE, `from 1 to ${LARGEST_PAGE}`).default(25),
};

export function paginationOf({ page, pageSize }: { page: number; pageSize: number }, total: number): Pagination {
  return { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
}
