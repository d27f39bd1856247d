import { setImmediate } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import { aHousing, anOffer } from '../../../tests/support/entries';
import type { Documents } from '../../../tests/support/synced-playground';
import { HOUSING, OFFER } from '../uids';
import { timed } from './timed';

/** A save on SQLite is done in one go. Between two of them, as between two requests, the process comes to what else waits. */
const othersTurn = () => setImmediate();

/** Offers have drafts, which their collection does not hold. Housing ads have none: each save of one is in the index. */
export type SaveKind = 'create' | 'update' | 'publish' | 'update without drafts';

/** What editors do, through Strapi's document service. */
export function saveDeeds(strapi: Core.Strapi) {
  const offers = () => strapi.documents(OFFER as never) as unknown as Documents;
  const housings = () => strapi.documents(HOUSING as never) as unknown as Documents;
  let saved = 0;

  const fields = () => {
    saved += 1;
    return anOffer({ title: `Gardener ${saved}`, description: `Plants tree ${saved}.`, salary: 500 + (saved % 500) });
  };

  const save = {
    create: () => offers().create({ data: fields() }),
    update: (documentId: string) => offers().update({ documentId, data: fields() }),
    publish: (documentId: string) => offers().publish({ documentId }),
    'update without drafts': (documentId: string) =>
      housings().update({ documentId, data: { title: `House ${(saved += 1)}`, rent: 300 + (saved % 500) } }),
  };
  const prepare = {
    update: save.create,
    publish: save.create,
    'update without drafts': () => housings().create({ data: aHousing() }),
  };

  return {
    /** So many saves of one kind, one after the other. Answers the time of each. */
    saves: async ({ kind, count }: { kind: SaveKind; count: number }): Promise<number[]> => {
      const documentIds: string[] = [];
      for (let number = 0; number < count && kind !== 'create'; number += 1) {
        documentIds.push((await prepare[kind]()).documentId);
      }
      const times: number[] = [];
      for (let number = 0; number < count; number += 1) {
        times.push(await timed(() => save[kind](documentIds[number] ?? '')));
        await othersTurn();
      }
      return times;
    },

    /** Creates and publishes an offer. Answers the id of its search document. */
    publishOne: async ({ title }: { title: string }): Promise<string> => {
      const { documentId, locale } = await offers().create({ data: anOffer({ title }), status: 'published' });
      return `offer-${documentId}-${locale}`;
    },

    /** Published saves by clients that write at the same time. Answers the milliseconds of all together. */
    burst: ({ saves, clients }: { saves: number; clients: number }): Promise<number> =>
      timed(() =>
        Promise.all(
          Array.from({ length: clients }, async () => {
            for (let number = 0; number < saves / clients; number += 1) {
              await offers().create({ data: fields(), status: 'published' });
              await othersTurn();
            }
          }),
        ),
      ),
  };
}
