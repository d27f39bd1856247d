import type { Core } from '@strapi/types';

import type { CollectionRecords } from '../collections/collection-records';
import type { Connection } from '../config/connection';
import { inTransaction } from '../database/transaction';
import { type OldSettings, planTakeOver, type TakeOver } from './plan-take-over';

/** Where strapi-plugin-meilisearch 0.16 keeps them: its store is ours, for both plugins have one id. */
const OLD_KEYS: Record<keyof OldSettings, string> = {
  indexed: 'meilisearch_indexed_content_types',
  host: 'meilisearch_host',
  apiKey: 'meilisearch_api_key',
};

/**
 * There once it is done. In the store and not in a table: tables are dropped with the plugin and emptied by an import, and
 * what an admin has switched off since must not come back with them.
 */
const DONE_KEY = 'taken_over';

/**
 * Takes over, once, what an admin has set in the tab of strapi-plugin-meilisearch 0.16: what is synced, and the engine's
 * address. The old settings stay where they are, for whoever goes back.
 * @param deps.leftOpen - uids of which the configuration does not say whether they are synced
 */
export async function takeOver(
  strapi: Core.Strapi,
  deps: { connection: Connection; records: CollectionRecords; leftOpen: readonly string[] },
): Promise<void> {
  const { connection, records, leftOpen } = deps;
  const store = strapi.store({ type: 'plugin', name: 'meilisearch' });
  const read = (key: string): Promise<unknown> => store.get({ key });

  const old: OldSettings = {
    indexed: wordsIn(await read(OLD_KEYS.indexed)),
    host: wordIn(await read(OLD_KEYS.host)),
    apiKey: wordIn(await read(OLD_KEYS.apiKey)),
  };
  const isAnything = old.indexed.length > 0 || old.host !== '';
  if (!isAnything || (await read(DONE_KEY)) !== null) return;

  const decided = new Set((await records.all()).filter(({ enabled }) => enabled !== null).map(({ uid }) => uid));
  const plan = planTakeOver(old, {
    host: (await connection.current()).host,
    undecided: new Set(leftOpen.filter((uid) => !decided.has(uid))),
  });
  await inTransaction(strapi, async () => {
    if (plan.connection) await connection.save(plan.connection);
    for (const uid of plan.uids) await records.change(uid, { enabled: true });
    await store.set({ key: DONE_KEY, value: true });
  });
  tell(strapi.log, plan);
}

function tell(log: Core.Strapi['log'], { connection, hasUnusableHost, uids }: TakeOver): void {
  const inOldTab = 'in the tab of strapi-plugin-meilisearch';
  if (uids.length > 0) log.info(`meilisearch: synced from now on, as was set ${inOldTab}: ${uids.join(', ')}`);
  if (connection) log.info(`meilisearch: host and key are those that were typed in ${inOldTab}`);
  if (hasUnusableHost) {
    log.warn(`meilisearch: the host that was typed in ${inOldTab} is no address: enter one on the Settings page`);
  }
}

const wordIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const wordsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
