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

export function createRegistry(
  definitions: ReadonlyMap<string, CollectionDefinition>,
  records: CollectionRecords,
): Registry {
  let known = new Map<string, CollectionRecord>();

  const isEnabled = (uid: string) => known.get(uid)?.enabled ?? definitions.get(uid)?.enabledByConfig ?? false;
  const isSynced = (uid: string) => isEnabled(uid) && definitions.get(uid)?.problems.length === 0;
  const refresh = async () => {
    known = new Map((await records.all()).map((record) => [record.uid, record]));
  };

  return {
    definitions,
    isEnabled,
    isSynced,
    synced: () => [...definitions.values()].filter(({ uid }) => isSynced(uid)),
    async setEnabled(uid, enabled) {
      // What is not captured meanwhile makes a later "it was indexed" untrue.
      await records.change(uid, enabled ? { enabled } : { enabled, lastCompleteUpdateId: null, drift: null });
      await refresh();
    },
    refresh,
  };
}
