import type { Core } from '@strapi/types';

import { TABLES } from '../database/models';
import { countByUid, inPortions, openTable } from '../database/table';
import { documentsByLocale, type Identity, type Subject } from './subject';

interface ExclusionRow {
  id: number;
  uid: string;
  documentId: string;
  locale: string | null;
  stamp: number | string;
}

/** Which entries in scope the user's functions leave out, so that the expected count stays exact between updates. */
export interface Exclusions {
  /**
   * Records which entries of a subject are left out now.
   * @param stamp - the stamp they were looked at, for {@link Exclusions.forgetBefore}
   */
  record(uid: string, subject: Subject, excluded: readonly Identity[], stamp: number): Promise<void>;

  /** Drops what an update that began at `stamp` and saw all entries did not confirm. */
  forgetBefore(uid: string, stamp: number): Promise<void>;

  clearCollection(uid: string): Promise<void>;

  /** How many there are of a collection. */
  count(uid: string): Promise<number>;

  /** The same for all collections; one without any is not named. */
  countByUid(): Promise<Map<string, number>>;
}

export function createExclusions(strapi: Core.Strapi): Exclusions {
  const table = () => openTable<ExclusionRow>(strapi, TABLES.exclusions);
  return {
    async record(uid, subject, excluded, stamp) {
      for (const [locale, documentIds] of documentsByLocale(subject)) {
        for (const portion of inPortions(documentIds)) {
          const of = locale === undefined ? {} : { locale };
          await table().deleteMany({ where: { uid, documentId: { $in: portion }, ...of } });
        }
      }
      for (const portion of inPortions(excluded, 100)) {
        await table().createMany({ data: portion.map((entry) => ({ uid, ...entry, stamp })) });
      }
    },

    async forgetBefore(uid, stamp) {
      await table().deleteMany({ where: { uid, stamp: { $lt: stamp } } });
    },

    async clearCollection(uid) {
      await table().deleteMany({ where: { uid } });
    },

    count: (uid) => table().count({ where: { uid } }),

    countByUid: () => countByUid(strapi, TABLES.exclusions),
  };
}
