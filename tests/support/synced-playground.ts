import type { Run } from '../../server/src/contract';
import type { Sync } from '../../server/src/sync/sync';
import { createAdminApi, syncOf } from './admin-api';
import { createEngineClient, type EngineClient, type StoredDocument } from './engine-client';
import { eventually } from './eventually';
import { bootPlayground, type PlaygroundApp, type PlaygroundAppOptions } from './strapi-app';

/** What a write through the document service answers, as far as tests read it. */
export interface Written {
  documentId: string;
  locale: string | null;
  [field: string]: unknown;
}

type Locale = string | string[];
type Status = 'draft' | 'published';

/** Strapi's document service of one content type; the playground's own types are known only where it is compiled. */
export interface Documents {
  create(params: { data: object; status?: Status; locale?: string }): Promise<Written>;
  update(params: { documentId: string; data: object; status?: Status; locale?: string }): Promise<Written | null>;
  publish(params: { documentId: string; locale?: Locale }): Promise<{ entries: Written[] }>;
  unpublish(params: { documentId: string; locale?: Locale }): Promise<{ entries: Written[] }>;
  discardDraft(params: { documentId: string; locale?: Locale }): Promise<{ entries: Written[] }>;
  clone(params: { documentId: string; data?: object; locale?: Locale }): Promise<{ entries: Written[] }>;
  delete(params: { documentId: string; locale?: Locale }): Promise<unknown>;
  findMany(params?: object): Promise<Written[]>;
}

/** The playground with the plugin at work, and what tests of syncing need around it. */
export interface SyncedPlayground extends PlaygroundApp {
  sync: Sync;
  engine: EngineClient;
  documents(uid: string): Documents;
  /** The search documents of a Strapi document once all that was saved so far is in the index, by their ids. */
  indexed(index: string, documentId: string): Promise<Record<string, StoredDocument>>;
  /** The titles of {@link SyncedPlayground.indexed}. */
  titles(index: string, documentId: string): Promise<Record<string, unknown>>;
  /** What visitors find who search for all of these words. */
  search(index: string, words: string): Promise<StoredDocument[]>;
}

/** The collections that the configuration enables. */
function enabledIn({ strapi }: PlaygroundApp): string[] {
  const collections = strapi.config.get<Record<string, { enabled?: boolean }>>('plugin::meilisearch.collections');
  return Object.keys(collections).filter((uid) => collections[uid]?.enabled);
}

/** Boots the playground and waits until every collection that its configuration enables has had its first update. */
export async function bootSynced(options: PlaygroundAppOptions = {}): Promise<SyncedPlayground> {
  const app = await bootPlayground(options);
  const sync = syncOf(app.strapi);
  try {
    await eventually(async () => {
      const { body } = await createAdminApi(app).get('/runs?kind=update&pageSize=100').expect(200);
      const runs: Run[] = body.data;
      expect(runs.filter(({ finishedAt }) => finishedAt === null)).toEqual([]);
      expect(runs.map(({ uid }) => uid)).toEqual(expect.arrayContaining(enabledIn(app)));
    });
  } catch (error) {
    await app.stop();
    throw error;
  }

  const engine = createEngineClient(app.meilisearch);
  const indexed: SyncedPlayground['indexed'] = async (index, documentId) => {
    await sync.settle();
    const own = (await engine.documents(index)).filter(({ _meilisearch_id: id }) => id.includes(documentId));
    return Object.fromEntries(own.map((document) => [document._meilisearch_id, document]));
  };

  return {
    ...app,
    sync,
    engine,
    documents: (uid) => app.strapi.documents(uid as 'api::offer.offer') as unknown as Documents,
    indexed,
    async titles(index, documentId) {
      const found = Object.entries(await indexed(index, documentId));
      return Object.fromEntries(found.map(([id, { title }]) => [id, title]));
    },
    async search(index, words) {
      const { hits } = await engine.client.index(index).search<StoredDocument>(words, { matchingStrategy: 'all' });
      return hits;
    },
  };
}
