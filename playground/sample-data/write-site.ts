import type { Core } from '@strapi/strapi';

import { addHousing, addOffer } from './content/ads';
import { Homepage } from './content/homepage';
import { addReferences } from './content/references';
import { UIDS } from './content/uids';
import { BulkWriter } from './database/bulk-writer';
import type { SampleSite } from './site';

/** Documents written in one transaction. */
const BATCH = 1_000;

export interface WrittenSite {
  readonly offers: number;
  /** Rows of offers: each language, draft or published, has one. */
  readonly offerVersions: number;
  readonly housings: number;
  /** Rows inserted into all tables. */
  readonly rows: number;
}

/**
 * Writes the whole site into an empty database, batch by batch, so that its size does not matter to memory.
 *
 * @param onProgress called after each transaction with the number of offers and housing ads written so far
 */
export async function writeSite(
  strapi: Core.Strapi,
  site: SampleSite,
  onProgress?: (written: number) => void,
): Promise<WrittenSite> {
  const writer = await BulkWriter.create(strapi, Object.values(UIDS));
  const homepage = new Homepage();
  const written = { offers: 0, offerVersions: 0, housings: 0, rows: 0 };
  const flush = async () => {
    written.rows += await writer.flush();
    onProgress?.(written.offers + written.housings);
  };

  const ids = addReferences(writer, site, strapi.dirs.static.public);
  await flush();

  for (const batch of batches(site.offers())) {
    for (const offer of batch) {
      const rowIds = addOffer(writer, ids, offer);
      homepage.consider(offer, rowIds);
      written.offerVersions += rowIds.length;
    }
    written.offers += batch.length;
    await flush();
  }

  let featuredHousing: number | null = null;
  for (const batch of batches(site.housings())) {
    for (const housing of batch) {
      const rowId = addHousing(writer, ids, housing);
      featuredHousing ??= rowId;
    }
    written.housings += batch.length;
    await flush();
  }

  homepage.addTo(writer, site.seed, featuredHousing);
  await flush();
  await writer.alignSequences();
  return written;
}

function* batches<T>(items: Iterable<T>): Generator<T[], void> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
