import { DEFAULT_SETTINGS } from '../../server/src/engine/default-settings';
import type { EngineComplaint } from '../../server/src/engine/errors';
import { allowsFilter, type FilterOperation } from '../../server/src/engine/filterable-attributes';
import type { DocumentFilter, IndexSettings, StoredDocument } from '../../server/src/engine/search-engine';
import { frozen } from './frozen';

/** Settings that a patch is merged into instead of replacing them. */
const MERGED = new Set(['chat', 'embedders', 'faceting', 'pagination', 'typoTolerance']);

/** An index of the in-memory engine: documents in order of first appearance, and settings; both frozen. */
export interface InMemoryIndex {
  documents: Map<string, StoredDocument>;
  settings: IndexSettings;
}

const INITIAL_SETTINGS = frozen(structuredClone(DEFAULT_SETTINGS));

export function emptyIndex(): InMemoryIndex {
  return { documents: new Map(), settings: INITIAL_SETTINGS };
}

export function invalidRequest(code: string, message: string): EngineComplaint {
  return { code, message, type: 'invalid_request' };
}

/** What the engine takes for the id of a document. */
export const DOCUMENT_ID = /^[\w-]{1,511}$/;

/** Why the engine rejects all documents of a task for one of them; it cares for ids alone. */
export function idComplaint(documents: readonly Record<string, unknown>[]): EngineComplaint | undefined {
  for (const document of documents) {
    const id = document._meilisearch_id;
    if (id === undefined) {
      return invalidRequest('missing_document_id', `No \`_meilisearch_id\` attribute: ${JSON.stringify(document)}.`);
    }
    if (typeof id === 'number' ? !Number.isInteger(id) : !DOCUMENT_ID.test(typeof id === 'string' ? id : '')) {
      return invalidRequest('invalid_document_id', `Document identifier ${JSON.stringify(id)} is invalid.`);
    }
  }
  return undefined;
}

/** Why the engine fails a whole batch of tasks, or the settings that make it look, for the place of one document. */
export function geoComplaint(
  settings: IndexSettings,
  documents: readonly Record<string, unknown>[],
): EngineComplaint | undefined {
  const { filterableAttributes, sortableAttributes } = settings as Record<string, unknown[]>;
  if (!allowsFilter(filterableAttributes ?? [], '_geo', 'equality') && !sortableAttributes?.includes('_geo')) {
    return undefined;
  }
  const bad = documents.find(({ _geo }) => _geo != null && !isPlace(_geo));
  return (
    bad && invalidRequest('invalid_document_geo_field', `Bad \`_geo\` in the document ${String(bad._meilisearch_id)}.`)
  );
}

function isPlace(geo: unknown): boolean {
  if (typeof geo !== 'object' || geo === null || Object.keys(geo).sort().join() !== 'lat,lng') return false;
  return Object.values(geo).every((value) => value !== null && value !== '' && Number.isFinite(Number(value)));
}

/** Why the engine cannot evaluate a filter under these settings. */
export function filterComplaint(settings: IndexSettings, filter: DocumentFilter): EngineComplaint | undefined {
  const needed: [field: string, operation: FilterOperation][] = [['_strapi.uid', 'equality']];
  if ('syncedBefore' in filter && filter.syncedBefore !== undefined) needed.push(['_strapi.syncedAt', 'comparison']);
  const attributes = settings.filterableAttributes as unknown[];
  const refused = needed.find(([field, operation]) => !allowsFilter(attributes, field, operation));
  return refused && invalidRequest('invalid_document_filter', `Attribute \`${refused[0]}\` is not filterable.`);
}

/** Strings match without regard to case. */
export function matchesFilter({ _strapi }: StoredDocument, filter: DocumentFilter): boolean {
  if ('unowned' in filter) return _strapi?.uid === undefined;
  if (_strapi?.uid.toLowerCase() !== filter.uid.toLowerCase()) return false;
  return filter.syncedBefore === undefined || _strapi.syncedAt < filter.syncedBefore;
}

/** Settings after a patch; `null` brings back a default. */
export function patchedSettings(settings: IndexSettings, patch: IndexSettings): IndexSettings {
  const result = { ...settings };
  for (const [key, value] of Object.entries(structuredClone(patch))) {
    if (value === null) result[key] = INITIAL_SETTINGS[key];
    else if (Array.isArray(value) && value.includes('*') && key !== 'filterableAttributes') result[key] = ['*'];
    else result[key] = MERGED.has(key) ? merged(result[key], value) : value;
  }
  return frozen(result);
}

function merged(base: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const result = new Map(Object.entries(base ?? {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key);
    else result.set(key, merged(result.get(key), value));
  }
  return Object.fromEntries(result);
}
