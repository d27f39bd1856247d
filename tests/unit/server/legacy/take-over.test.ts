import type { Core } from '@strapi/types';

import { createCollectionRecords } from '../../../../server/src/collections/collection-records';
import { createConnection } from '../../../../server/src/config/connection';
import { globalOptionsSchema } from '../../../../server/src/config/options';
import { TABLES } from '../../../../server/src/database/models';
import { takeOver } from '../../../../server/src/legacy/take-over';
import { createInMemoryDatabase } from '../fixtures/database';

const OFFER = 'api::offer.offer';
const CITY = 'api::city.city';

/** A site with this in the plugin's store, as strapi-plugin-meilisearch has left it. */
function begin(left: Record<string, unknown>) {
  const stored = new Map(Object.entries(left));
  const store = {
    get: async ({ key }: { key: string }) => stored.get(key) ?? null,
    set: async ({ key, value }: { key: string; value: unknown }) => void stored.set(key, value),
  };
  const database = createInMemoryDatabase();
  const told: string[] = [];
  const tell = (message: string) => told.push(message);
  // Strapi has hundreds of members; these are asked for.
  const strapi = { ...database.strapi, store: () => store, log: { info: tell, warn: tell } } as unknown as Core.Strapi;
  const connection = createConnection(strapi, globalOptionsSchema.parse({}));
  const records = createCollectionRecords(strapi);
  return {
    ...{ stored, connection, records, told },
    boot: (leftOpen = [OFFER, CITY]) => takeOver(strapi, { connection, records, leftOpen }),
    enabled: () => database.rows(TABLES.collections).map(({ uid, enabled }) => [uid, enabled]),
  };
}

const LEFT = {
  meilisearch_indexed_content_types: [OFFER],
  meilisearch_host: 'http://127.0.0.1:7700',
  meilisearch_api_key: 'aSampleMasterKey',
};

describe('the settings of strapi-plugin-meilisearch', () => {
  it('are ours from the first start on, and it is told without the key', async () => {
    const { boot, connection, enabled, told } = begin(LEFT);
    await boot();
    expect(enabled()).toEqual([[OFFER, true]]);
    expect(await connection.current()).toEqual({ host: 'http://127.0.0.1:7700', apiKey: 'aSampleMasterKey' });
    expect(told).toEqual([expect.stringContaining(OFFER), expect.stringContaining('host and key')]);
    expect(told.join()).not.toContain('aSampleMasterKey');
  });

  it('stay where they are', async () => {
    const { boot, stored } = begin(LEFT);
    await boot();
    expect(Object.fromEntries(stored)).toMatchObject(LEFT);
  });

  it('are taken over once, also where the plugin’s own tables are gone later', async () => {
    const first = begin(LEFT);
    await first.boot();
    const later = begin(Object.fromEntries(first.stored));
    await later.boot();
    expect(later.enabled()).toEqual([]);
    expect(later.told).toEqual([]);
  });

  it('never win over what an admin has decided', async () => {
    const { boot, connection, records, enabled } = begin(LEFT);
    await records.change(OFFER, { enabled: false });
    await connection.save({ host: 'http://127.0.0.1:7701', apiKey: 'another' });
    await boot();
    expect(enabled()).toEqual([[OFFER, false]]);
    expect(await connection.current()).toEqual({ host: 'http://127.0.0.1:7701', apiKey: 'another' });
  });

  it('are not there on a site that never had it: nothing is written', async () => {
    const { boot, stored, enabled } = begin({});
    await boot();
    expect([...stored]).toEqual([]);
    expect(enabled()).toEqual([]);
  });

  it.each([
    ['nothing was ever indexed', { meilisearch_indexed_content_types: null, meilisearch_host: '' }],
    ['they are not what they were', { meilisearch_indexed_content_types: { 0: OFFER }, meilisearch_host: 7700 }],
  ])('are left alone where %s', async (_, left) => {
    const { boot, enabled, told } = begin(left);
    await boot();
    expect(enabled()).toEqual([]);
    expect(told).toEqual([]);
  });

  it('are told of where a host was typed in that is no address', async () => {
    const { boot, connection, told } = begin({ meilisearch_host: 'http://me:secret@127.0.0.1:7700' });
    await boot();
    expect((await connection.current()).host).toBe('');
    expect(told).toEqual([expect.stringContaining('Settings page')]);
    expect(told.join()).not.toContain('secret');
  });
});
