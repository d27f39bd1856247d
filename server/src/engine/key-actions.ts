import type { Meilisearch } from 'meilisearch';
import { EngineError } from './search-engine';

/** Sends a request through the official client; throws nothing but EngineErrors. */
export type Send = (request: (client: Meilisearch) => Promise<unknown>) => Promise<unknown>;

/**
 * For each action of a key that the plugin needs, a request that needs it too and changes nothing: the engine looks at
 * the key first, and then only reads, or refuses what it was sent before it makes a task of it.
 */
const PROBES = {
  'documents.add': ({ httpRequest }, index) =>
    httpRequest.post({ path: `indexes/${index}/documents`, body: '', contentType: 'text/plain' }),
  'documents.delete': ({ httpRequest }, index) =>
    httpRequest.post({ path: `indexes/${index}/documents/delete-batch`, body: {} }),
  'documents.get': ({ httpRequest }, index) =>
    httpRequest.post({ path: `indexes/${index}/documents/fetch`, body: { limit: 0 } }),
  'indexes.create': ({ httpRequest }) => httpRequest.post({ path: 'indexes', body: {} }),
  'indexes.delete': ({ httpRequest }, index) => httpRequest.delete({ path: `indexes/${impossible(index)}` }),
  'settings.get': ({ httpRequest }, index) => httpRequest.get({ path: `indexes/${index}/settings` }),
  'settings.update': ({ httpRequest }, index) => httpRequest.patch({ path: `indexes/${index}/settings`, body: [] }),
  'stats.get': ({ httpRequest }, index) => httpRequest.get({ path: `indexes/${index}/stats` }),
  'tasks.get': ({ tasks }) => tasks.getTasks({ limit: 0 }),
  version: (client) => client.getVersion(),
} satisfies Record<string, (client: Meilisearch, index: string) => Promise<unknown>>;

/** The actions of a key that the plugin needs. */
export const NEEDED_KEY_ACTIONS = Object.keys(PROBES) as (keyof typeof PROBES)[];

/**
 * Which of the {@link NEEDED_KEY_ACTIONS} the key lacks for an index. Where a key is good for exactly named indexes
 * only, the engine does not show whether it may delete them, and it is taken that it may.
 */
export async function missingKeyActions(send: Send, index: string): Promise<string[]> {
  const allows = (action: keyof typeof PROBES, of: string) => isAllowed(send((client) => PROBES[action](client, of)));
  const verdicts = await Promise.all(
    NEEDED_KEY_ACTIONS.map(async (action) => ({ action, allowed: await allows(action, index) })),
  );
  const missing = verdicts.filter(({ allowed }) => !allowed).map(({ action }) => action);

  const readsItself = !missing.includes('documents.get');
  const hidesDeletion = readsItself && !(await allows('documents.get', impossible(index)));
  return hidesDeletion ? missing.filter((action) => action !== 'indexes.delete') : missing;
}

/** Within the pattern of every key whose pattern ends in `*` and covers the index, but not a name that an index can have. */
function impossible(index: string): string {
  return `${index}.`;
}

/** Whether the key opened the door, whatever happened behind it. */
async function isAllowed(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    if (!(error instanceof EngineError) || error.fault === 'unavailable') throw error;
    return error.fault === 'rejected';
  }
}
