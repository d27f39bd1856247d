import type { Comparison } from '../../../../server/src/contract';
import { type MessageKey } from '../../translations/translator';

/** A side of a comparison. */
export type Side = 'database' | 'engine';

/** The words for each side, as the Collections page has them. */
export const SIDE_LABELS: Record<Side, MessageKey> = { database: 'column.database', engine: 'column.meilisearch' };

/** Which sides have the document, and what that means. */
export function sidesOf({ database, engine, error }: Pick<Comparison, Side | 'error'>): {
  summary: MessageKey;
  sides: Side[];
} {
  if (error !== null) return { summary: 'compare.failing', sides: engine ? ['engine'] : [] };
  if (database && engine) return { summary: 'compare.different', sides: ['database', 'engine'] };
  if (database) return { summary: 'compare.databaseOnly', sides: ['database'] };
  return engine ? { summary: 'compare.engineOnly', sides: ['engine'] } : { summary: 'compare.gone', sides: [] };
}
