import type { Core } from '@strapi/types';

import { pluginOf } from './plugin';

/**
 * Stops the writers; what is not pushed yet stays in the outbox. Capture goes on: Strapi serves requests until all plugins
 * are destroyed.
 */
export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await pluginOf(strapi).lanes.stop();
}
