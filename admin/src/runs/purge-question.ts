import type { Collection, Run } from '../../../server/src/contract';
import { type Message } from '../translations/translator';

/** What an update asks before it removes more than the guard allows; it counts in all indexes of the collection together. */
export function purgeQuestion({ indexedCount, indexes }: Collection, { counts: { orphaned: count } }: Run): Message {
  const total = indexes.length === 1 ? indexedCount : null;
  return total === null
    ? { key: 'purge.question.unknown', values: { count } }
    : { key: 'purge.question', values: { count, total } };
}
