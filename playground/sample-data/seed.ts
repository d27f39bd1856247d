import type { Core } from '@strapi/strapi';

import { UIDS } from './content/uids';
import { gatherStatistics } from './database/gather-statistics';
import { createSampleSite } from './site';
import { writeSite, type WrittenSite } from './write-site';

export const DEFAULT_ENTRIES = 3_000;
export const DEFAULT_SEED = 1;

export interface SeedOptions {
  /**
   * Offers and housing ads together, counted as documents, two to one. Most offers count as two entries in a search
   * index, since they are in two languages, and have up to four rows in the database.
   */
  readonly entries?: number;
  readonly seed?: number;
  /** Called after each transaction with the number of documents written so far. */
  readonly onProgress?: (written: number) => void;
}

/**
 * Fills an empty site with sample data, past all hooks of Strapi. The same number of entries and the same seed give the
 * same content, ids included.
 *
 * @returns what was written, or `null` if the site was seeded before
 * @throws if the site holds other content, or what a seed left that was broken off
 */
export async function seed(strapi: Core.Strapi, options: SeedOptions = {}): Promise<WrittenSite | null> {
  const store = strapi.store({ type: 'core', name: 'sample-data' });
  const state = await store.get({ key: 'state' });
  if (state === 'complete') return null;
  if (state === 'begun' || (await hasContent(strapi))) {
    throw new Error('The database holds content that is no complete set of sample data: start with an empty one');
  }
  const site = createSampleSite({ entries: options.entries ?? DEFAULT_ENTRIES, seed: options.seed ?? DEFAULT_SEED });
  await store.set({ key: 'state', value: 'begun' });
  const written = await writeSite(strapi, site, options.onProgress);
  await gatherStatistics(strapi);
  await store.set({ key: 'state', value: 'complete' });
  return written;
}

async function hasContent(strapi: Core.Strapi): Promise<boolean> {
  for (const uid of Object.values(UIDS)) {
    if ((await strapi.db.query(uid).count()) > 0) return true;
  }
  return false;
}
