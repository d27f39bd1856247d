import type { Run } from '../../../server/src/contract';
import { type MessageKey } from '../translations/translator';

/** What is said to "Keep them": somebody else may have confirmed the purge meanwhile, which then stops halfway at best. */
export function purgeKept({ status }: Pick<Run, 'status'>): MessageKey {
  return status === 'canceled' ? 'purge.kept' : 'cancel.asked';
}
