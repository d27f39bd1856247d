import type { Core } from '@strapi/types';

import { pluginOf } from './plugin';

/** Stops the writers; what is not pushed yet stays in the outbox. */
export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const { lanes, endCapture } = pluginOf(strapi);
  endCapture();
  await lanes.stop();
}
