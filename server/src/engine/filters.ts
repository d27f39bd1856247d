import type { DocumentFilter } from './search-engine';

/** A filter in Meilisearch's language. Strings are compared there without regard to case and accents. */
export function filterExpression(filter: DocumentFilter): string {
  if ('unowned' in filter) return '_strapi.uid NOT EXISTS';
  const owned = `_strapi.uid = ${quote(filter.uid)}`;
  return filter.syncedBefore === undefined ? owned : `${owned} AND _strapi.syncedAt < ${filter.syncedBefore}`;
}

function quote(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
