import { MeiliSearchApiError } from 'meilisearch';

import { samplesDuring } from '../sampling';
import { type Address, offersIndex } from './offers-index';

/** Milliseconds between two searches. */
const PAUSE = 200;

/** How many offers a search for everything finds: none while there is no index. */
async function countFound(engine: Address): Promise<number> {
  try {
    // The engine stops counting hits at `pagination.maxTotalHits`, but never those of a facet; each offer has a locale.
    const { facetDistribution } = await offersIndex(engine).index.search('', { limit: 0, facets: ['locale'] });
    return Object.values(facetDistribution?.locale ?? {}).reduce((sum, count) => sum + count, 0);
  } catch (error) {
    if (error instanceof MeiliSearchApiError && error.cause?.code === 'index_not_found') return 0;
    throw error;
  }
}

/**
 * Searches for everything while something goes on.
 * @param offers - how many there are to be found
 * @returns how many searches there were, and how many of them found all offers
 * @throws when not all of them can be found in the end
 */
export async function searchesDuring(engine: Address, offers: number, work: Promise<unknown>) {
  const counts = await samplesDuring(work, PAUSE, () => countFound(engine));
  const left = await countFound(engine);
  if (left !== offers) throw new Error(`${left} of ${offers} offers are in the index`);
  return { searches: counts.length, complete: counts.filter((count) => count === offers).length };
}
