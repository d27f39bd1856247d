import type { Collection, Run } from '../../../server/src/contract';
import { type AllowedActions } from '../permissions';
import { type MessageKey } from '../translations/translator';

/** Why no update, check or repair of the collection can be started now; `null` when one can. */
export function startUnavailable(collection: Collection, allowed: AllowedActions): MessageKey | null {
  if (!allowed.updateCollection) return 'unavailable.permission';
  if (collection.problems.length > 0) return 'unavailable.problems';
  if (!collection.enabled) return 'unavailable.notSynced';
  if (collection.activeRun?.status === 'awaiting-confirmation') return 'unavailable.undecided';
  if (collection.activeRun) return 'unavailable.running';
  return null;
}

/** Why what the last check found cannot be repaired now; `null` when it can. A repair knows of nothing that is not listed. */
export function repairUnavailable(collection: Collection, allowed: AllowedActions): MessageKey | null {
  return startUnavailable(collection, allowed) ?? (collection.drift?.unlisted ? 'unavailable.unlisted' : null);
}

/** Why the switch of a row cannot be turned; `null` when it can. */
export function switchUnavailable(collection: Collection, allowed: AllowedActions): MessageKey | null {
  const permitted = collection.enabled ? allowed.disableCollection : allowed.enableCollection;
  if (!permitted) return 'unavailable.permission';
  if (!collection.enabled && collection.problems.length > 0) return 'unavailable.problems';
  return collection.activeRun?.kind === 'disable' ? 'unavailable.running' : null;
}

/** Why nothing that is under way, or has failed, can be decided on: canceled, confirmed, tried again; `null` when it can. */
export function decisionUnavailable(allowed: AllowedActions): MessageKey | null {
  return allowed.updateCollection ? null : 'unavailable.permission';
}

/** Whether a run may be stopped: a removal would leave documents in search of a collection that is not synced any more. */
export function isCancelable({ kind }: Pick<Run, 'kind'>): boolean {
  return kind !== 'disable';
}
