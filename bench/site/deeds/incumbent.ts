import type { Core } from '@strapi/strapi';

import { succeeded } from '../../../tests/support/engine-client';
import { offersIndex } from '../../engine/offers-index';
import { timed } from './timed';

/** What the buttons of `strapi-plugin-meilisearch` call; each answers the tasks in which its documents are indexed. */
interface Incumbent {
  addContentTypeInMeiliSearch(of: { contentType: string }): Promise<number[]>;
  updateContentTypeInMeiliSearch(of: { contentType: string }): Promise<number[]>;
}

/**
 * What `strapi-plugin-meilisearch` does when it is told to, in a site that has it in place of ours. Each resolves to its
 * milliseconds once the engine, too, is through with it.
 */
export function incumbentDeeds(strapi: Core.Strapi) {
  const incumbent = () => strapi.plugin('meilisearch').service('meilisearch') as unknown as Incumbent;

  const indexed = (enqueue: () => Promise<number[]>) =>
    timed(async () => {
      const { client } = offersIndex(strapi.config.get('plugin::meilisearch'));
      for (const uid of await enqueue()) await succeeded(client.tasks.waitForTask(uid));
    });

  return {
    incumbentFirstIndexing: ({ uid }: { uid: string }) =>
      indexed(() => incumbent().addContentTypeInMeiliSearch({ contentType: uid })),

    incumbentUpdate: ({ uid }: { uid: string }) =>
      indexed(() => incumbent().updateContentTypeInMeiliSearch({ contentType: uid })),
  };
}
