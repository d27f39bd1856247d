import { DEFAULT_SETTINGS } from '../../server/src/engine/default-settings';
import { complaintError, type EngineComplaint } from '../../server/src/engine/errors';
import type { DocumentFilter, EngineError, SearchEngine, StoredDocument } from '../../server/src/engine/search-engine';
import { frozen } from './frozen';
import {
  DOCUMENT_ID,
  emptyIndex,
  filterComplaint,
  geoComplaint,
  idComplaint,
  invalidRequest,
  matchesFilter,
  patchedSettings,
  type InMemoryIndex,
} from './in-memory-index';
import { createTaskQueue, TaskFailure, type TaskQueue, type TaskQueueOptions } from './in-memory-tasks';

/** A search engine without a server, which does as Meilisearch does, at moments that its owner chooses. */
export interface InMemoryEngine extends SearchEngine, Omit<TaskQueue, 'enqueue'> {
  /** What an index holds, by id; `null` where there is no such index. */
  contents(index: string): ReadonlyMap<string, StoredDocument> | null;
  /** Lets the next call of a method throw, after those planned earlier. */
  failNextCall(method: keyof SearchEngine, error: EngineError): void;
}

export function createInMemoryEngine(options: TaskQueueOptions = {}): InMemoryEngine {
  const indexes = new Map<string, InMemoryIndex>();
  const plannedErrors = new Map<string, EngineError[]>();
  const { enqueue: enqueueTask, ...queue } = createTaskQueue(options, (index, added) =>
    geoComplaint((indexes.get(index) ?? emptyIndex()).settings, added),
  );
  let tasksRun = 0;

  const enqueue: TaskQueue['enqueue'] = (index, task) =>
    enqueueTask(index, {
      ...task,
      run: () => {
        tasksRun += 1;
        return task.run();
      },
    });

  function reject(complaint: EngineComplaint): never {
    throw complaintError(complaint, 400);
  }

  /** What every call goes through first. */
  function receive(method: keyof SearchEngine, index = 'any'): void {
    const error = plannedErrors.get(method)?.shift();
    if (error) throw error;
    if (!/^[\w-]{1,400}$/.test(index)) {
      reject(invalidRequest('invalid_index_uid', `\`${index}\` is not a valid index uid.`));
    }
  }

  function existing(name: string): InMemoryIndex {
    const index = indexes.get(name);
    if (!index) throw new TaskFailure(invalidRequest('index_not_found', `Index \`${name}\` not found.`));
    return index;
  }

  function existingOrNew(name: string): InMemoryIndex {
    const index = indexes.get(name) ?? emptyIndex();
    indexes.set(name, index);
    return index;
  }

  function select({ documents, settings }: InMemoryIndex, filter?: DocumentFilter): StoredDocument[] {
    if (!filter) return [...documents.values()];
    const complaint = filterComplaint(settings, filter);
    if (complaint) reject(complaint);
    return [...documents.values()].filter((document) => matchesFilter(document, filter));
  }

  return {
    ...queue,

    contents: (index) => indexes.get(index)?.documents ?? null,

    failNextCall: (method, error) => {
      plannedErrors.set(method, [...(plannedErrors.get(method) ?? []), error]);
    },

    version: async () => {
      receive('version');
      return '1.21.0';
    },

    now: async (index) => {
      receive('now', index);
      return enqueue(index, { batching: 'documents', run: () => ({ deleted: 0 }) }).enqueuedAt;
    },

    createIndex: async (index) => {
      receive('createIndex', index);
      return enqueue(index, {
        batching: 'alone',
        run: () => {
          if (indexes.has(index)) {
            throw new TaskFailure(invalidRequest('index_already_exists', `Index \`${index}\` already exists.`));
          }
          existingOrNew(index);
          return {};
        },
      });
    },

    deleteIndex: async (index) => {
      receive('deleteIndex', index);
      return enqueue(index, {
        batching: 'alone',
        run: () => {
          const { documents } = existing(index);
          indexes.delete(index);
          return { deleted: documents.size };
        },
      });
    },

    settings: async (index) => {
      receive('settings', index);
      return indexes.get(index)?.settings ?? null;
    },

    updateSettings: async (index, patch) => {
      receive('updateSettings', index);
      const unknown = Object.keys(patch).find((key) => !(key in DEFAULT_SETTINGS));
      if (unknown !== undefined) reject(invalidRequest('bad_request', `Unknown field \`${unknown}\`.`));
      return enqueue(index, {
        batching: 'alone',
        run: () => {
          const target = existingOrNew(index);
          const settings = patchedSettings(target.settings, patch);
          const complaint = geoComplaint(settings, [...target.documents.values()]);
          if (complaint) throw new TaskFailure(complaint);
          target.settings = settings;
          return {};
        },
      });
    },

    addDocuments: async (index, lines) => {
      receive('addDocuments', index);
      const added = [...lines].map((line) => JSON.parse(line.toString()) as Record<string, unknown>);
      if (added.length === 0) reject(invalidRequest('missing_payload', 'A ndjson payload is missing.'));
      return enqueue(index, {
        batching: 'documents',
        added,
        run: () => {
          const { documents } = existingOrNew(index);
          const complaint = idComplaint(added);
          if (complaint) throw new TaskFailure(complaint);
          for (const document of added) {
            const id = String(document._meilisearch_id);
            documents.set(id, frozen({ ...document, _meilisearch_id: id }));
          }
          return { received: added.length };
        },
      });
    },

    deleteDocuments: async (index, ids) => {
      receive('deleteDocuments', index);
      return enqueue(index, {
        batching: 'documents',
        run: () => {
          const { documents } = existing(index);
          return { deleted: ids.filter((id) => documents.delete(id)).length };
        },
      });
    },

    deleteMatching: async (index, filter) => {
      receive('deleteMatching', index);
      return enqueue(index, {
        batching: 'alone',
        run: () => {
          const target = existing(index);
          const complaint = filterComplaint(target.settings, filter);
          if (complaint) throw new TaskFailure(complaint);
          const matching = select(target, filter);
          for (const { _meilisearch_id } of matching) target.documents.delete(_meilisearch_id);
          return { deleted: matching.length };
        },
      });
    },

    countDocuments: async (name, filter) => {
      receive('countDocuments', name);
      const index = indexes.get(name);
      return index ? select(index, filter).length : null;
    },

    documents: async (name, { filter, ids, fields, offset = 0, limit = 20 }) => {
      receive('documents', name);
      const unusable = ids?.find((id) => !DOCUMENT_ID.test(id));
      if (unusable !== undefined) {
        reject(invalidRequest('invalid_document_ids', `Document identifier ${JSON.stringify(unusable)} is invalid.`));
      }
      const index = indexes.get(name);
      const matching = index ? select(index, filter) : [];
      const found = ids ? matching.filter(({ _meilisearch_id }) => ids.includes(_meilisearch_id)) : matching;
      const documents = found.slice(offset, offset + limit).map((document) => {
        if (!fields) return document;
        return Object.fromEntries(
          Object.entries(document).filter(([field]) => fields.includes(field)),
        ) as StoredDocument;
      });
      return { documents, total: found.length };
    },

    indexSizes: async () => {
      receive('indexSizes');
      const documents = new Map([...indexes].map(([name, index]) => [name, index.documents.size]));
      return { changed: String(tasksRun), documents };
    },

    storedFields: async (name) => {
      receive('storedFields', name);
      return [
        ...new Set([...(indexes.get(name)?.documents.values() ?? [])].flatMap((document) => Object.keys(document))),
      ];
    },

    tasks: async (uids) => {
      receive('tasks');
      return uids.map(queue.stateOf);
    },

    missingKeyActions: async (index) => {
      receive('missingKeyActions', index);
      return [];
    },
  };
}
