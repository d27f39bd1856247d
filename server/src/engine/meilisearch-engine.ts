import { Meilisearch, MeiliSearchRequestError, type Settings } from 'meilisearch';
import type { z } from 'zod';
import {
  enqueuedAnswer,
  indexSizesAnswer,
  pageAnswer,
  settingsAnswer,
  storedFieldsAnswer,
  tasksAnswer,
  versionAnswer,
} from './answers';
import { unexpectedAnswer } from './errors';
import { filterExpression } from './filters';
import { displayHost, parseHost } from './host';
import { createHttpClient } from './http';
import { missingKeyActions, type Send } from './key-actions';
import { NdjsonBody } from './ndjson-body';
import { EngineError, PRIMARY_KEY, type DocumentPage, type SearchEngine, type Task } from './search-engine';

export interface MeilisearchOptions {
  /** Base URL; a wrong one is reported by every call. */
  host: string;
  /** Empty for an engine without a master key. */
  apiKey: string;
  /** Milliseconds to wait for one whole answer. */
  timeout: number;
}

/** An id that no document has: `modelName-documentId` never looks like it. */
const ABSENT_ID = 'clock_of_strapi-plugin-meilisearch-sync';

/** Keeps the address of a request for tasks below the 8 kB that servers and proxies allow. */
const TASKS_PER_REQUEST = 500;

/** Talks to a Meilisearch, 1.14 or newer, through its official client. */
export function createMeilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const send = createSend(options);

  async function ask<T>(answer: z.ZodType<T>, request: Parameters<Send>[0]): Promise<T> {
    const parsed = answer.safeParse(await send(request));
    if (!parsed.success) throw unexpectedAnswer(displayHost(parseHost(options.host)), parsed.error);
    return parsed.data;
  }

  const fetchDocuments = (index: string, query: object): Promise<DocumentPage> =>
    ask(pageAnswer, ({ httpRequest }) => httpRequest.post({ path: `indexes/${index}/documents/fetch`, body: query }));

  const fetchTasks = (uids: readonly number[]): Promise<Task[]> =>
    ask(tasksAnswer, ({ tasks }) => tasks.getTasks({ uids: [...uids], limit: uids.length }));

  return {
    version: () => ask(versionAnswer, (client) => client.getVersion()),

    now: async (index) =>
      (await ask(enqueuedAnswer, (client) => client.index(index).deleteDocuments([ABSENT_ID]))).enqueuedAt,

    createIndex: (index) => ask(enqueuedAnswer, (client) => client.createIndex(index, { primaryKey: PRIMARY_KEY })),

    deleteIndex: (index) => ask(enqueuedAnswer, (client) => client.deleteIndex(index)),

    settings: (index) =>
      unlessAbsent(
        ask(settingsAnswer, (client) => client.index(index).getSettings()),
        null,
      ),

    updateSettings: (index, patch) =>
      ask(enqueuedAnswer, (client) => client.index(index).updateSettings(patch as Settings)),

    addDocuments: (index, lines) =>
      ask(enqueuedAnswer, ({ httpRequest }) =>
        httpRequest.post({
          path: `indexes/${index}/documents`,
          params: { primaryKey: PRIMARY_KEY },
          contentType: 'application/x-ndjson',
          // The client's own methods take a string, which would hold all lines once more; it hands this on as it is.
          extraRequestInit: { body: new NdjsonBody(lines) } as object,
        }),
      ),

    deleteDocuments: (index, ids) => ask(enqueuedAnswer, (client) => client.index(index).deleteDocuments([...ids])),

    deleteMatching: (index, filter) =>
      ask(enqueuedAnswer, (client) => client.index(index).deleteDocuments({ filter: filterExpression(filter) })),

    countDocuments: async (index, filter) => {
      const query = { limit: 0, filter: filter && filterExpression(filter) };
      const page = await unlessAbsent(fetchDocuments(index, query), null);
      return page?.total ?? null;
    },

    indexSizes: () => ask(indexSizesAnswer, (client) => client.getStats()),

    documents: (index, { filter, ...query }) =>
      unlessAbsent(fetchDocuments(index, { ...query, filter: filter && filterExpression(filter) }), {
        documents: [],
        total: 0,
      }),

    storedFields: (index) =>
      unlessAbsent(
        ask(storedFieldsAnswer, (client) => client.index(index).getStats()),
        [],
      ),

    tasks: async (uids) => {
      const found = new Map<number, Task>();
      for (let start = 0; start < uids.length; start += TASKS_PER_REQUEST) {
        const tasks = await fetchTasks(uids.slice(start, start + TASKS_PER_REQUEST));
        for (const task of tasks) found.set(task.uid, task);
      }
      return uids.map((uid) => found.get(uid) ?? { uid, status: 'unknown' });
    },

    missingKeyActions: (index) => missingKeyActions(send, index),
  };
}

/** Connects at the first call, so that a wrong host or key is that call's error and not its maker's. */
function createSend({ host, apiKey, timeout }: MeilisearchOptions): Send {
  let client: Meilisearch | undefined;

  function connect(): Meilisearch {
    const url = parseHost(host);
    // The client would quote the key in its error.
    if (!/^[\x21-\x7e]*$/.test(apiKey)) {
      throw new EngineError('unauthorized', 'invalid_api_key', 'The API key holds characters that no key has.');
    }
    const httpClient = createHttpClient(url, timeout);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- without a successor in this version of the client
    return new Meilisearch({ host: displayHost(url), apiKey, httpClient });
  }

  return async (request) => {
    client ??= connect();
    try {
      return await request(client);
    } catch (error) {
      throw error instanceof MeiliSearchRequestError && error.cause instanceof EngineError ? error.cause : error;
    }
  };
}

/** What is read of an index, or the given value where there is no such index. */
async function unlessAbsent<T, Absent>(answer: Promise<T>, absent: Absent): Promise<T | Absent> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof EngineError && error.code === 'index_not_found') return absent;
    throw error;
  }
}
