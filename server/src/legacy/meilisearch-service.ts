import type { Registry } from '../collections/registry';
import type { Sync } from '../sync/sync';
import { type ContentTypeReport, reportContentTypes } from './content-types-report';
import type { Deprecate } from './deprecations';

/** What the calls of strapi-plugin-meilisearch 0.16 take. */
interface Named {
  /** A uid. */
  contentType: string;
}

/**
 * `strapi.plugin('meilisearch').service('meilisearch')`, as far as bootstrap scripts that were written for
 * strapi-plugin-meilisearch 0.16 call it. Nothing is waited for: while Strapi boots no writer is at work yet.
 */
export interface MeilisearchService {
  /** Syncs a content type and indexes it, also one that is synced already. Resolves to no task: the writer makes them later. */
  addContentTypeInMeiliSearch(named: Named): Promise<number[]>;
  /** Indexes a content type again, one that is not synced yet for the first time. Resolves to no task either. */
  updateContentTypeInMeiliSearch(named: Named): Promise<number[]>;
  /** Stops syncing a content type and takes its documents out of the engine; one that is not synced is left as it is. */
  emptyOrDeleteIndex(named: Named): Promise<void>;
  getContentTypesReport(): Promise<{ contentTypes: ContentTypeReport[] }>;
}

export function createMeilisearchService(deps: {
  sync: Pick<Sync, 'enable' | 'disable' | 'update' | 'collections'>;
  registry: Pick<Registry, 'definitions' | 'isEnabled'>;
  deprecate: Deprecate;
}): MeilisearchService {
  const { sync, registry, deprecate } = deps;
  const deprecated = (call: string, instead: string) =>
    deprecate(`service('meilisearch').${call}`, `service('sync').${instead}`);

  return {
    async addContentTypeInMeiliSearch({ contentType }) {
      deprecated('addContentTypeInMeiliSearch', 'enable(uid)');
      await sync.enable(contentType);
      return [];
    },

    async updateContentTypeInMeiliSearch({ contentType }) {
      deprecated('updateContentTypeInMeiliSearch', 'update(uid)');
      await (registry.isEnabled(contentType) ? sync.update(contentType) : sync.enable(contentType));
      return [];
    },

    async emptyOrDeleteIndex({ contentType }) {
      deprecated('emptyOrDeleteIndex', 'disable(uid)');
      if (registry.definitions.has(contentType) && !registry.isEnabled(contentType)) return;
      await sync.disable(contentType);
    },

    async getContentTypesReport() {
      deprecated('getContentTypesReport', 'collections()');
      return { contentTypes: reportContentTypes(await sync.collections()) };
    },
  };
}
