import type { Core } from '@strapi/strapi';

import { anOffer } from '../../../tests/support/entries';
import { statementsOf } from '../../../tests/support/statements';
import type { Sync } from '../../../server/src/sync/sync';
import type { Documents } from '../../../tests/support/synced-playground';
import { OFFER } from '../uids';

const isOwn = (sql: string) => sql.includes('meilisearch_');

/** Statements of SQL, counted. */
export function statementDeeds(strapi: Core.Strapi) {
  const offers = () => strapi.documents(OFFER as never) as unknown as Documents;

  return {
    /** Of a save's own transaction. @param status - what it creates */
    ofSave: async ({ status }: { status: 'draft' | 'published' }): Promise<number> => {
      const statements = await statementsOf({ strapi }, () => offers().create({ data: anOffer(), status }));
      return statements.indexOf('COMMIT;') - statements.indexOf('BEGIN;') + 1;
    },

    ofRead: async (_: object): Promise<number> =>
      (await statementsOf({ strapi }, () => offers().findMany({ limit: 10, populate: ['city'] }))).length,

    /** Of a whole update of the offers: those on the content, and those on the plugin's own tables. */
    ofUpdate: async (_: object): Promise<{ content: number; own: number }> => {
      const sync = strapi.plugin('meilisearch').service('sync') as unknown as Sync;
      const statements = await statementsOf({ strapi }, async () => sync.waitForRun((await sync.update(OFFER)).id));
      const own = statements.filter(isOwn).length;
      return { content: statements.length - own, own };
    },
  };
}
