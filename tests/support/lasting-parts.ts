import { cleanUp, type CleanUps } from './clean-ups';
import { aHousing } from './entries';
import { type KeptEngine, startKeptEngine } from './kept-engine';
import type { PlaygroundApp } from './strapi-app';
import { createTestDatabase, type TestDatabase } from './test-database';
import { createWitness, type Witness } from './witness';

const HOUSINGS = '/content-manager/collection-types/api::housing.housing';

/** A database with housing ads and an engine, which outlive every Strapi on them. */
export interface LastingParts {
  database: TestDatabase;
  meilisearch: KeptEngine;
  witness: Witness;
  /** Creates, edits and deletes an ad at once, as editors of one Strapi do; none of it need be answered. */
  saveAll(of: Pick<PlaygroundApp, 'http' | 'admin'>): Promise<void>;
  remove(): Promise<void>;
}

/** @param ads - how many there are from the start: `Ad 1`, `Ad 2`, … */
export async function prepareLastingParts(ads: number): Promise<LastingParts> {
  const cleanUps: CleanUps = [];
  const remove = () => cleanUp(cleanUps);
  try {
    const database = await createTestDatabase();
    cleanUps.push(database.drop);
    const meilisearch = await startKeptEngine();
    cleanUps.push(meilisearch.remove);
    const witness = createWitness(database, meilisearch);
    cleanUps.push(witness.close);
    await witness.insertAds(ads);

    const saveAll: LastingParts['saveAll'] = async ({ http, admin }) => {
      const documentIds = await witness.ads();
      const [edited, deleted] = [documentIds[0], documentIds.at(-1)];
      const as = { type: 'bearer' } as const;
      await Promise.allSettled([
        http
          .post(HOUSINGS)
          .auth(admin.token, as)
          .send(aHousing({ title: 'New' })),
        http
          .put(`${HOUSINGS}/${edited}`)
          .auth(admin.token, as)
          .send({ description: `Renovated in ${documentIds.length} days.` }),
        http.delete(`${HOUSINGS}/${deleted}`).auth(admin.token, as),
      ]);
    };
    return { database, meilisearch, witness, saveAll, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
