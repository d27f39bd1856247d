import type { Collection } from '../../../../server/src/contract';
import { type Message } from '../../translations/translator';

/** What turning the collection off takes away from search. */
export function removalWarning({ displayName: name, indexedCount: count, indexes }: Collection): Message {
  const values = { name, index: indexes.map(({ uid }) => uid).join(', '), indexes: indexes.length };
  return count === null
    ? { key: 'disable.warning.unknown', values }
    : { key: 'disable.warning', values: { ...values, count } };
}
