import type { Core } from '@strapi/types';

import { bootstrap } from './bootstrap';
import { destroy } from './destroy';
import { controllers } from './http/controllers';
import { routes } from './http/routes';
import { createDeprecations } from './legacy/deprecations';
import { createMeilisearchService } from './legacy/meilisearch-service';
import { createStoreService } from './legacy/store-service';
import { pluginOf } from './plugin';
import { register } from './register';

interface Context {
  strapi: Core.Strapi;
}

/** The server half of the plugin, as Strapi loads it. */
export default {
  register,
  bootstrap,
  destroy,
  // No defaults here, for Strapi merges arrays by position; no check either, for a wrong option must not stop the boot.
  config: { default: {}, validator: () => undefined },
  controllers,
  routes,
  services: {
    sync: ({ strapi }: Context) => pluginOf(strapi).sync,
    meilisearch: ({ strapi }: Context) =>
      createMeilisearchService({ ...pluginOf(strapi), deprecate: createDeprecations(strapi.log) }),
    store: ({ strapi }: Context) =>
      createStoreService({ ...pluginOf(strapi), deprecate: createDeprecations(strapi.log) }),
  },
};
