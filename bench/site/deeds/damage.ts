import type { Core } from '@strapi/strapi';

import { tableOf } from '../../../tests/support/rows';
import { OFFER } from '../uids';

/** What nobody tells the plugin of: writes by SQL. */
export function damageDeeds(strapi: Core.Strapi) {
  return {
    /** Changes this share of all published offers. */
    makeStale: async ({ share }: { share: number }): Promise<void> => {
      const step = Math.round(1 / share);
      await tableOf(strapi, OFFER)
        .whereRaw('id % ? = 0', [step])
        .update({ reference: `REF-${Date.now()}` });
    },

    /** Takes this share of all published offers out of the database. */
    makeOrphans: async ({ share }: { share: number }): Promise<void> => {
      const step = Math.round(1 / share);
      await tableOf(strapi, OFFER).whereNotNull('published_at').whereRaw('id % ? = 1', [step]).delete();
    },

    /** Makes every published offer differ from what is indexed. */
    rewriteAll: async ({ word }: { word: string }): Promise<void> => {
      await tableOf(strapi, OFFER).update({ reference: word });
    },
  };
}
