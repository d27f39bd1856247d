import type { Transact } from '../database/transaction';
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

  /** The collection of this content type, where it is synced. */
  syncedOf(uid: string): CollectionDefinition | undefined;

  /** Those that are synced: the same list until the next look at what is decided. */
  synced(): readonly CollectionDefinition[];

  /**
   * Keeps an admin's decision, which from then on wins over the configuration.
   * @param consequence - what follows from it, done in the same transaction: neither is ever there without the other
   */
  decide<T>(uid: string, enabled: boolean, consequence: () => Promise<T>): Promise<T>;

  /** Reads again what other instances may have decided. */
  refresh(): Promise<void>;
}

/**
 * @param on.forgotten - called with each synced collection after the plugin's tables were emptied under a running server,
 *   as `strapi import` and `strapi transfer` do: whatever they wrote was seen by no hook
 * @param on.enabledElsewhere - called with each collection of which another instance has decided that it is synced:
 *   what was written here before this one heard of it was not captured
 */
export function createRegistry(
  definitions: ReadonlyMap<string, CollectionDefinition>,
  records: CollectionRecords,
  transact: Transact,
  on: Record<'forgotten' | 'enabledElsewhere', (uid: string) => Promise<void>>,
): Registry {
  let known: ReadonlyMap<string, CollectionRecord>;
  let synced: readonly CollectionDefinition[];
  let isFirstLook = true;
  const decidingHere = new Set<string>();
  /** Nobody was told yet of these: whoever is told may fail, and must be told again. */
  const untold = { forgotten: new Set<string>(), enabledElsewhere: new Set<string>() };

  const isEnabled = (uid: string) => known.get(uid)?.enabled ?? definitions.get(uid)?.enabledByConfig ?? false;
  const isSynced = (uid: string) => isEnabled(uid) && definitions.get(uid)?.problems.length === 0;
  const readAll = async () => new Map((await records.all()).map((record) => [record.uid, record]));

  /** Every write asks who is synced, and so it is worked out once. */
  const know = (records: ReadonlyMap<string, CollectionRecord>) => {
    known = records;
    synced = [...definitions.values()].filter(({ uid }) => isSynced(uid));
  };
  know(new Map());

  /** Rows are never deleted by us. What an admin decided, and which locales were ever pushed, is worth keeping. */
  const restore = async (remembered: Iterable<CollectionRecord>) => {
    for (const { uid, enabled, locales } of remembered) await records.change(uid, { enabled, locales });
  };

  const learn = (present: Map<string, CollectionRecord>) => {
    const before = new Set(synced);
    know(present);
    for (const collection of synced) {
      const { uid } = collection;
      if (!isFirstLook && !before.has(collection) && !decidingHere.has(uid)) untold.enabledElsewhere.add(uid);
    }
    isFirstLook = false;
  };

  const tell = async (news: keyof typeof untold) => {
    for (const uid of untold[news]) {
      await on[news](uid);
      untold[news].delete(uid);
    }
  };

  const readAgain = async () => {
    const present = await readAll();
    const isForgotten = [...known.keys()].some((uid) => !present.has(uid));
    if (isForgotten) {
      await transact(() => restore(known.values()));
      know(await readAll());
      for (const { uid } of synced) untold.forgotten.add(uid);
    } else {
      learn(present);
    }
    await tell('forgotten');
    await tell('enabledElsewhere');
  };

  /** One after the other: an answer that is overtaken by a later one would bring back what was before. */
  let latest: Promise<void> = Promise.resolve();
  const refresh = () => {
    latest = latest.then(readAgain, readAgain);
    return latest;
  };

  return {
    definitions,
    isEnabled,
    isSynced,
    syncedOf: (uid) => (isSynced(uid) ? definitions.get(uid) : undefined),
    synced: () => synced,
    async decide(uid, enabled, consequence) {
      decidingHere.add(uid);
      try {
        const result = await transact(async () => {
          // What is not captured meanwhile makes a later "it was indexed" untrue.
          await records.change(uid, enabled ? { enabled } : { enabled, lastCompleteUpdateId: null, drift: null });
          return consequence();
        });
        await refresh();
        return result;
      } finally {
        decidingHere.delete(uid);
      }
    },
    refresh,
  };
}
