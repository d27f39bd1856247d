import type { Core } from '@strapi/strapi';

import { insertRows, tableOf } from '../../../tests/support/rows';
import { manyUids } from '../many-collections';
import { OFFER } from '../uids';

/** Before whatever a quick check takes for recent. */
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

/** What nobody tells the plugin of: writes by SQL. */
export function rawSqlDeeds(strapi: Core.Strapi) {
  return {
    /** Changes this share of all offers, drafts among them. */
    makeStale: async ({ share }: { share: number }): Promise<void> => {
      const step = Math.round(1 / share);
      await tableOf(strapi, OFFER)
        .whereRaw('id % ? = 0', [step])
        .update({ reference: `REF-${Date.now()}` });
    },

    /** Has this share of all offers, drafts among them, changed just now, and the others long ago. */
    makeRecent: async ({ share }: { share: number }): Promise<void> => {
      const step = Math.round(1 / share);
      await tableOf(strapi, OFFER).update({ updated_at: LONG_AGO });
      await tableOf(strapi, OFFER).whereRaw('id % ? = 0', [step]).update({ updated_at: new Date() });
    },

    /** Takes this share of all published offers out of the database. */
    makeOrphans: async ({ share }: { share: number }): Promise<void> => {
      const step = Math.round(1 / share);
      await tableOf(strapi, OFFER).whereNotNull('published_at').whereRaw('id % ? = 1', [step]).delete();
    },

    /** Gives each of many collections so many entries. */
    fillManyCollections: async ({ entries }: { entries: number }): Promise<void> => {
      const rows = Array.from({ length: entries }, (_, number) => ({ title: `Entry ${number}`, locale: 'en' }));
      for (const uid of manyUids) await insertRows(strapi, uid, rows);
    },

    /** Makes every offer differ from what is indexed. */
    rewriteAll: async ({ word }: { word: string }): Promise<void> => {
      await tableOf(strapi, OFFER).update({ reference: word });
    },
  };
}
