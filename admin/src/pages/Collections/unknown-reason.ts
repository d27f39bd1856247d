import type { Collection, EngineStatus } from '../../../../server/src/contract';
import { type Message } from '../../translations/translator';

export type CountName = 'databaseCount' | 'indexedCount' | 'excludedCount';

/** Why a count of the collection is not known; only asked where it is `null`. */
export function unknownReason(count: CountName, collection: Collection, engine: EngineStatus): Message {
  if (count === 'databaseCount') return { key: 'unknown.database' };
  if (count === 'excludedCount') return { key: 'unknown.excluded' };
  if (!engine.reachable) return { key: 'unknown.engine', values: { error: engine.error ?? '' } };
  if (collection.state === 'unreachable') return { key: 'unknown.ownEngine' };
  return { key: collection.enabled ? 'unknown.notCounted' : 'unknown.disabled' };
}
