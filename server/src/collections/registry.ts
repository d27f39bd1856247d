import type { CollectionDefinition } from './collection';
import type { CollectionRecord, CollectionRecords } from './collection-records';

/** Which collections there are and which are synced, as this process knows it. */
export interface Registry {
  /** Every content type that can be synced, by uid. */
  readonly definitions: ReadonlyMap<string, CollectionDefinition>;

  /** Whether an admin, or else the configuration, wants it synced. */
  isEnabled(uid: string): boolean;

  /** Whether it is synced: enabled and rightly configured. */
  isSynced(uid: string): boolean;

  /** Those that are synced. */
  synced(): CollectionDefinition[];

  /** Keeps an admin's decision, which from then on wins over the configuration. */
  setEnabled(uid: string, enabled: boolean): Promise<void>;

  /** Reads again what other instances may have decided. */
  refresh(): Promise<void>;
}

/**
 * @param onForgotten - called with the synced collections after the plugin's tables were emptied under a running server,
 *   as `strapi import` and `strapi transfer` do: whatever they wrote was seen by no hook
 */
export function createRegistry(
  definitions: ReadonlyMap<string, CollectionDefinition>,
  records: CollectionRecords,
  onForgotten: (uids: readonly string[]) => Promise<void>,
): Registry {
  let known = new Map<string, CollectionRecord>();

  const isEnabled = (uid: string) => known.get(uid)?.enabled ?? definitions.get(uid)?.enabledByConfig ?? false;
  const isSynced = (uid: string) => isEnabled(uid) && definitions.get(uid)?.problems.length === 0;
  const readAll = async () => new Map((await records.all()).map((record) => [record.uid, record]));
  const synced = () => [...definitions.values()].filter(({ uid }) => isSynced(uid));

  /** Rows are never deleted by us. What an admin decided, and which locales were ever pushed, is worth keeping. */
  const restore = async (remembered: Iterable<CollectionRecord>) => {
    for (const { uid, enabled, locales } of remembered) await records.change(uid, { enabled, locales });
  };

  const refresh = async () => {
    const present = await readAll();
    const isForgotten = [...known.keys()].some((uid) => !present.has(uid));
    if (!isForgotten) {
      known = present;
      return;
    }
    await restore(known.values());
    known = await readAll();
    await onForgotten(synced().map(({ uid }) => uid));
  };

  return {
    definitions,
    isEnabled,
    isSynced,
    synced,
    async setEnabled(uid, enabled) {
      // What is not captured meanwhile makes a later "it was indexed" untrue.
      await records.change(uid, enabled ? { enabled } : { enabled, lastCompleteUpdateId: null, drift: null });
      await refresh();
    },
    refresh,
  };
}
