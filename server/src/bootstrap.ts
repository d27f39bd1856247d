import type { Core } from '@strapi/types';

import { registerPermissions } from './http/permissions';
import { registerEvents } from './notify/events';
import { pluginOf } from './plugin';

/**
 * Begins to capture changes, and starts the writers and the schedule once this process serves requests. Command-line
 * processes (`strapi import`, `strapi console`) run this too, but never listen: nothing is pushed or begun from there.
 */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await registerPermissions(strapi);
  registerEvents(strapi);
  const { problems, registry, lanes, schedule, notices, takeOver, beginCapture, indexAtBoot, tidyAtBoot } =
    pluginOf(strapi);
  for (const { path, given, allowed } of problems) {
    strapi.log.warn(`meilisearch: config ${path} is ${given}; allowed: ${allowed}`);
  }
  await takeOver();
  await registry.refresh();
  beginCapture();

  const complain = (complaint: string) => (error: unknown) => {
    strapi.log.error(`meilisearch: ${complaint}: ${String(error)}`);
  };
  const start = () => {
    notices.start();
    lanes.start();
    schedule.start();
    indexAtBoot().catch(complain('the first indexing could not be queued'));
    tidyAtBoot().catch(complain('what removed content types have left could not be given up'));
  };
  const { httpServer } = strapi.server;
  if (httpServer.listening) start();
  else httpServer.once('listening', start);
}
