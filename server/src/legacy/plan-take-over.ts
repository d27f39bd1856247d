import { hostSchema } from '../config/options';
import type { EngineAddress } from '../engine/engine-address';

/** What was set in the tab of strapi-plugin-meilisearch 0.16; empty where nothing was. */
export interface OldSettings extends EngineAddress {
  /** Uids of what was indexed. */
  readonly indexed: readonly string[];
}

/** What of it is taken over. */
export interface TakeOver {
  readonly connection: EngineAddress | null;
  /** A host was typed in that is no address, and there is no other. */
  readonly hasUnusableHost: boolean;
  /** What is synced from now on. */
  readonly uids: readonly string[];
}

/**
 * Decides what is taken over: what nobody has decided here yet.
 * @param present.host - the one in use; empty where there is none
 * @param present.undecided - uids of which neither the configuration nor an admin has said whether they are synced
 */
export function planTakeOver(
  { indexed, host, apiKey }: OldSettings,
  present: { host: string; undecided: ReadonlySet<string> },
): TakeOver {
  const isWanted = host !== '' && present.host === '';
  const isUsable = hostSchema.safeParse(host).success;
  return {
    connection: isWanted && isUsable ? { host, apiKey } : null,
    hasUnusableHost: isWanted && !isUsable,
    uids: [...new Set(indexed)].filter((uid) => present.undecided.has(uid)),
  };
}
