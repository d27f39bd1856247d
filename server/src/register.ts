import type { Core } from '@strapi/types';

import { models } from './database/models';

/** Adds the plugin's tables, so that Strapi's schema sync makes them. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  // Loosely typed by Strapi: a container of raw models.
  const container = strapi.get<{ add: (model: unknown) => unknown }>('models');
  for (const model of models) container.add(model);
}
