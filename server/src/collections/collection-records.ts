import type { Core } from '@strapi/types';

import type { Drift } from '../contract';
import { TABLES } from '../database/models';
import { openTable } from '../database/table';
import { insertUnlessPresent } from '../database/transaction';

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

interface CollectionRow extends Omit<CollectionRecord, 'locales'> {
  id: number;
  locales: (string | null)[] | null;
}

export interface CollectionRecords {
  all(): Promise<CollectionRecord[]>;
  find(uid: string): Promise<CollectionRecord | null>;
  /** Changes what is named and makes the record where there is none. */
  change(uid: string, data: Partial<Omit<CollectionRecord, 'uid'>>): Promise<void>;
}

export function createCollectionRecords(strapi: Core.Strapi): CollectionRecords {
  const table = () => openTable<CollectionRow>(strapi, TABLES.collections);
  const filled = (row: CollectionRow): CollectionRecord => ({ ...row, locales: row.locales ?? [] });

  return {
    async all() {
      return (await table().findMany({})).map(filled);
    },

    async find(uid) {
      const row = await table().findOne({ where: { uid } });
      return row && filled(row);
    },

    async change(uid, data) {
      await insertUnlessPresent(strapi, 'meilisearch_collections', { uid }, 'uid');
      await table().updateMany({ where: { uid }, data });
    },
  };
}
