import type { Collection } from '../../../../server/src/contract';
import { type Paged, type PageRequest } from '../../api/client';

/**
 * The collections on one page, of those that a search finds.
 * @param search part of a name or uid; case and accents do not matter
 */
export function pageOf(collections: Collection[], search: string, { page, pageSize }: PageRequest): Paged<Collection> {
  const wanted = plain(search.trim());
  const found = collections.filter(({ displayName, uid }) => plain(`${displayName} ${uid}`).includes(wanted));
  const total = found.length;
  return {
    rows: found.slice((page - 1) * pageSize, page * pageSize),
    pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
  };
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
