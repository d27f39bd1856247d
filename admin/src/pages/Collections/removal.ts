import type { Collection, Run } from '../../../../server/src/contract';
import { type Message } from '../../translations/translator';

/** What turning the collection off takes away from search. */
export function removalWarning({ displayName: name, indexedCount: count, indexes }: Collection): Message {
  const values = { name, index: indexes.map(({ uid }) => uid).join(', '), indexes: indexes.length };
  return count === null
    ? { key: 'disable.warning.unknown', values }
    : { key: 'disable.warning', values: { ...values, count } };
}

/** What an update asks before it removes more than the guard allows; it counts in all indexes of the collection together. */
export function purgeQuestion({ indexedCount, indexes }: Collection, { counts: { orphaned: count } }: Run): Message {
  const total = indexes.length === 1 ? indexedCount : null;
  return total === null
    ? { key: 'purge.question.unknown', values: { count } }
    : { key: 'purge.question', values: { count, total } };
}
