import { type DocumentsQuery, Meilisearch } from 'meilisearch';

/** A document as the plugin pushes it. */
export interface StoredDocument {
  _meilisearch_id: string;
  _strapi?: { uid: string; syncedAt: number; version: string };
  [field: string]: unknown;
}

/**
 * Whom the engine answers compressed it answers in pieces, and the last of them waits until the others are acknowledged: 40 ms
 * in which neither side does anything, ten times what a search takes.
 */
const UNCOMPRESSED = { headers: { 'Accept-Encoding': 'identity' } };

/** @param defaultWaitOptions - milliseconds: between looks at a task, and at most until it is done */
export const connectTo = (
  address: { host: string; apiKey: string },
  defaultWaitOptions: { interval: number; timeout: number },
): Meilisearch => new Meilisearch({ ...address, defaultWaitOptions, requestInit: UNCOMPRESSED });

/** The engine as somebody else meets it, past the plugin; what changes something resolves once the engine has done it. */
export function createEngineClient(address: { host: string; apiKey: string }) {
  const client = connectTo(address, { timeout: 60_000, interval: 20 });
  return {
    client,

    /** Every document of an index that matches. */
    async documents(index: string, query: DocumentsQuery = {}): Promise<StoredDocument[]> {
      const page = await client.index<StoredDocument>(index).getDocuments({ limit: 10_000, ...query });
      return page.results;
    },

    /** Ids of the documents of an index that match, sorted. */
    async ids(index: string, query: DocumentsQuery = {}): Promise<string[]> {
      return (await this.documents(index, query)).map((document) => document._meilisearch_id).sort();
    },

    async put(index: string, documents: object[]): Promise<void> {
      await succeeded(client.index(index).addDocuments(documents, { primaryKey: '_meilisearch_id' }).waitTask());
    },

    async remove(index: string, ids: string[]): Promise<void> {
      await succeeded(client.index(index).deleteDocuments(ids).waitTask());
    },

    async changeSettings(index: string, settings: object): Promise<void> {
      await succeeded(client.index(index).updateSettings(settings).waitTask());
    },

    async indexNames(): Promise<string[]> {
      const { results } = await client.getIndexes({ limit: 1000 });
      return results.map(({ uid }) => uid).sort();
    },
  };
}

export type EngineClient = ReturnType<typeof createEngineClient>;

/** Waits for a task. @throws when the engine refuses it */
export async function succeeded(task: Promise<{ status: string; error: unknown }>): Promise<void> {
  const { status, error } = await task;
  if (status !== 'succeeded') throw new Error(`The engine refuses: ${JSON.stringify(error)}`);
}
