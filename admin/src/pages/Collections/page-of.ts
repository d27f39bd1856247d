import type { Collection } from '../../../../server/src/contract';

export const PAGE_SIZES = [20, 50] as const;

export interface PageRequest {
  /** Part of a name or uid; case and accents do not matter. */
  search: string;
  /** Counts from 1. */
  page: number;
  pageSize: number;
}

/** The collections on one page, and what the pagination has to know; a page beyond the end is the last one. */
export function pageOf(collections: Collection[], { search, page, pageSize }: PageRequest) {
  const wanted = plain(search.trim());
  const found = collections.filter(({ displayName, uid }) => plain(`${displayName} ${uid}`).includes(wanted));
  const pageCount = Math.max(1, Math.ceil(found.length / pageSize));
  const current = Math.min(Math.max(1, page), pageCount);
  const start = (current - 1) * pageSize;
  return { rows: found.slice(start, start + pageSize), page: current, pageCount, total: found.length };
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
