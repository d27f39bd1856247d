import type { Failure } from '../../../../server/src/contract';
import { type MessageKey } from '../../translations/translator';

/** Where a document got stuck, in words. */
export const STAGE_LABELS: Record<Failure['stage'], MessageKey> = {
  read: 'failures.stage.read',
  transform: 'failures.stage.transform',
  push: 'failures.stage.push',
};

/** What tells this failure's document from others of its collection: language and index, where it has them. */
export function whereabouts({ locale, index }: Pick<Failure, 'locale' | 'index'>): string[] {
  return [locale, index].filter((part) => part !== null);
}
