import type { Core } from '@strapi/types';

import { pluginOf } from './plugin';

/**
 * Stops the schedule and the writers, and tells what is still to be told; what is not pushed yet stays in the outbox.
 * Capture goes on: Strapi serves requests until all plugins are destroyed.
 */
export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const { lanes, schedule, notices } = pluginOf(strapi);
  await schedule.stop();
  await lanes.stop();
  await notices.stop();
}
