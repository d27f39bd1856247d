import type { Registry } from '../collections/registry';
import type { Deprecate } from './deprecations';

/**
 * `strapi.plugin('meilisearch').service('store')`, as far as bootstrap scripts that were written for
 * strapi-plugin-meilisearch 0.16 call it.
 */
export interface StoreService {
  /** The uids of what is synced. */
  getIndexedContentTypes(): Promise<string[]>;
}

export function createStoreService(deps: { registry: Pick<Registry, 'synced'>; deprecate: Deprecate }): StoreService {
  const { registry, deprecate } = deps;
  return {
    async getIndexedContentTypes() {
      deprecate("service('store').getIndexedContentTypes", "service('sync').collections()");
      return registry.synced().map(({ uid }) => uid);
    },
  };
}
