import { types } from 'node:util';

import type { Entry } from '../config/options';
import type { CollectionDefinition } from './collection';
import { isValidSearchDocumentId } from './document-id';
import { buildSearchDocument, type SearchDocument } from './search-document';

/** Removes from an entry what must not be pushed, at every depth. */
export type Sanitize = (collection: CollectionDefinition, entry: Entry) => Promise<Entry>;

/** What becomes of an entry in scope. */
export type Membership =
  | { kind: 'document'; document: SearchDocument }
  /** `filterEntry` or `transformEntry` leaves it out. */
  | { kind: 'excluded'; documentId: string; locale: string | null }
  /** Its last good version stays in the index. */
  | {
      kind: 'failure';
      documentId: string;
      locale: string | null;
      stage: 'read' | 'transform' | 'push';
      message: string;
    };

/**
 * The one place that decides whether and as what an entry in scope belongs to the index: for marks, updates and checks.
 * As in strapi-plugin-meilisearch, `filterEntry` sees the whole entry and `transformEntry` the sanitized one.
 */
export async function decideMembership(
  collection: CollectionDefinition,
  entry: Entry,
  sanitize: Sanitize,
): Promise<Membership> {
  // Strapi gives every row one; raw SQL and old imports may not.
  if (!entry.documentId) {
    const message = `row ${entry.id} has no documentId, so its search document cannot be named`;
    return { kind: 'failure', documentId: `row ${entry.id}`, locale: entry.locale ?? null, stage: 'read', message };
  }
  const identity = { documentId: entry.documentId, locale: entry.locale ?? null };
  let content: unknown;
  let document: SearchDocument;
  try {
    if (collection.filterEntry && !(await collection.filterEntry({ entry, contentType: collection.uid }))) {
      return { kind: 'excluded', ...identity };
    }
    const sanitized = await sanitize(collection, entry);
    content = collection.transformEntry
      ? await collection.transformEntry({ entry: sanitized, contentType: collection.uid })
      : sanitized;
    if (content === null) return { kind: 'excluded', ...identity };
    if (!isPlainRecord(content)) {
      const message = `transformEntry returned ${nameOf(content)}; an object is expected, or null to leave the entry out`;
      return { kind: 'failure', ...identity, stage: 'transform', message };
    }
    document = buildSearchDocument(collection, entry, content);
  } catch (error) {
    return { kind: 'failure', ...identity, stage: 'transform', message: messageOf(error) };
  }
  if (!isValidSearchDocumentId(document.id)) {
    const message = `Meilisearch does not accept the document id ${JSON.stringify(document.id)}`;
    return { kind: 'failure', ...identity, stage: 'push', message };
  }
  return { kind: 'document', document };
}

function isPlainRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !types.isDate(value) && !types.isMap(value) && !types.isSet(value);
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'an array';
  if (types.isDate(value)) return 'a date';
  return types.isMap(value) || types.isSet(value) ? 'a map or a set' : `a ${typeof value}`;
}

function messageOf(error: unknown): string {
  // A user's function may throw anything, and in a test runner Error may be another realm's.
  return types.isNativeError(error) ? error.message : String(error);
}
