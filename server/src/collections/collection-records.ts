import type { Core } from '@strapi/types';

import type { Drift } from '../contract';
import { TABLES } from '../database/models';
import { openTable } from '../database/table';

/** What the database remembers of a collection between boots. */
export interface CollectionRecord {
  uid: string;
  /** `null`: nobody has decided yet, the configuration counts. */
  enabled: boolean | null;
  /** Every locale a document of it was ever pushed for; `null` is that of entries without one. */
  locales: (string | null)[];
  drift: Drift | null;
  lastUpdateId: number | null;
  lastCompleteUpdateId: number | null;
  lastCheckId: number | null;
}

export interface CollectionRecords {
  all(): Promise<CollectionRecord[]>;
  find(uid: string): Promise<CollectionRecord | null>;
  /** Changes what is named and makes the record where there is none. */
  change(uid: string, data: Partial<Omit<CollectionRecord, 'uid'>>): Promise<void>;
}

export function createCollectionRecords(strapi: Core.Strapi): CollectionRecords {
  const table = () => openTable<CollectionRecord & { id: number }>(strapi, TABLES.collections);
  const filled = (row: CollectionRecord): CollectionRecord => ({ ...row, locales: row.locales ?? [] });

  return {
    async all() {
      return (await table().findMany({})).map(filled);
    },

    async find(uid) {
      const row = await table().findOne({ where: { uid } });
      return row && filled(row);
    },

    async change(uid, data) {
      await strapi.db.transaction(async ({ trx }) => {
        await trx('meilisearch_collections').insert({ uid }).onConflict('uid').ignore();
      });
      await table().updateMany({ where: { uid }, data });
    },
  };
}
