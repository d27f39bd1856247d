import type { Core } from '@strapi/types';

import type { Run, RunItem } from '../contract';

/** What the plugin announces on Strapi's event hub, and with what. */
export interface Events {
  'meilisearch.run.finished': { run: Run };
  /** With the first of the documents that differ. */
  'meilisearch.drift.found': { run: Run; items: RunItem[] };
  'meilisearch.engine.unreachable': { host: string; since: string; error: string };
}

const EVENTS: Record<keyof Events, string> = {
  'meilisearch.run.finished': 'MEILISEARCH_RUN_FINISHED',
  'meilisearch.drift.found': 'MEILISEARCH_DRIFT_FOUND',
  'meilisearch.engine.unreachable': 'MEILISEARCH_ENGINE_UNREACHABLE',
};

export type Announce = <Name extends keyof Events>(name: Name, payload: Events[Name]) => void;

/** Lets Strapi's own webhooks carry these events. */
export function registerEvents(strapi: Core.Strapi): void {
  const store = strapi.get<{ addAllowedEvent(key: string, name: string): void }>('webhookStore');
  for (const [name, key] of Object.entries(EVENTS)) store.addAllowedEvent(key, name);
}

/** Announces without waiting for who listens; a listener that fails is logged and harms nobody. */
export function createAnnounce(strapi: Core.Strapi): Announce {
  return (name, payload) => {
    strapi.eventHub.emit(name, payload).catch((error: unknown) => {
      strapi.log.error(`meilisearch: a listener to ${name} has failed: ${String(error)}`);
    });
  };
}
