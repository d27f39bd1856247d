import { connectTo, type StoredDocument, succeeded } from '../../tests/support/engine-client';

/** An engine, and who may write to it. */
export interface Address {
  host: string;
  apiKey: string;
}

const NAME = 'offers';
/** Milliseconds between looks at a task, and no end: with one the client has each look listen for it, thousands in the end. */
const WAITING = { interval: 5, timeout: 0 };
/** Milliseconds between looks at how full the index is. */
const FILLING = 100;

/** The index of the offers, as any program meets it. */
export function offersIndex({ host, apiKey }: Address) {
  const client = connectTo({ host, apiKey }, WAITING);
  return { client, index: client.index<StoredDocument>(NAME) };
}

/** Makes the index, empty, with the settings that another engine has for it. */
export async function prepareIndex(engine: Address, like: Address): Promise<void> {
  const settings = await offersIndex(like).index.getSettings();
  const { client, index } = offersIndex(engine);
  await succeeded(client.createIndex(NAME, { primaryKey: '_meilisearch_id' }).waitTask());
  await succeeded(index.updateSettings(settings).waitTask());
}

/** Resolves once the index has a document of this id. */
export async function untilIndexed(engine: Address, id: string): Promise<void> {
  const { index } = offersIndex(engine);
  for (;;) {
    const { results } = await index.getDocuments({ ids: [id], fields: ['_meilisearch_id'] });
    if (results.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, WAITING.interval));
  }
}

/** Resolves once there is an index and so many documents are in it. */
export async function untilFilledWith(engine: Address, documents: number): Promise<void> {
  const { client, index } = offersIndex(engine);
  while (((await client.getStats()).indexes[index.uid]?.numberOfDocuments ?? 0) < documents) {
    await new Promise((resolve) => setTimeout(resolve, FILLING));
  }
}

/** Resolves once the engine has nothing left to do. */
export async function untilIdle(engine: Address): Promise<void> {
  const { tasks } = offersIndex(engine).client;
  while ((await tasks.getTasks({ statuses: ['enqueued', 'processing'], limit: 1 })).total > 0) {
    await new Promise((resolve) => setTimeout(resolve, WAITING.interval));
  }
}

/** How many tasks the engine has had. */
export async function countTasks(engine: Address): Promise<number> {
  return (await offersIndex(engine).client.tasks.getTasks({ limit: 1 })).total;
}
