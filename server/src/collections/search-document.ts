import { createHash } from 'node:crypto';

import type { Entry } from '../config/options';
import { canonicalJson } from './canonical-json';
import type { CollectionDefinition } from './collection';
import { searchDocumentId } from './document-id';

/** What is pushed for an entry, ready but for its stamp. */
export interface SearchDocument {
  readonly id: string;
  readonly documentId: string;
  readonly locale: string | null;
  /** Top-level fields in the order of the user's document: what becomes searchable. */
  readonly fields: readonly string[];
  /** Fingerprint of the content: equal content has an equal version, whatever the order of its keys. */
  readonly version: string;
  readonly uid: string;
  /** The content as canonical JSON, without `_meilisearch_id` and `_strapi`. */
  readonly body: string;
}

/** Builds the search document of an entry out of its content. */
export function buildSearchDocument(
  collection: CollectionDefinition,
  entry: Pick<Entry, 'documentId' | 'locale'>,
  content: Record<string, unknown>,
): SearchDocument {
  const { _meilisearch_id, _strapi, ...rest } = content;
  const body = canonicalJson(rest);
  return {
    id: searchDocumentId(collection.modelName, entry.documentId, entry.locale),
    documentId: entry.documentId,
    locale: entry.locale ?? null,
    fields: Object.keys(rest).filter((field) => rest[field] !== undefined),
    version: createHash('sha1').update(body).digest('base64url').slice(0, 16),
    uid: collection.uid,
    body,
  };
}

/** The line of JSON to push: the document with its id and its stamp (milliseconds on the engine's clock). */
export function stampedLine(document: SearchDocument, syncedAt: number): string {
  const head = JSON.stringify({
    _meilisearch_id: document.id,
    _strapi: { uid: document.uid, syncedAt, version: document.version },
  });
  return document.body === '{}' ? head : `${head.slice(0, -1)},${document.body.slice(1)}`;
}
