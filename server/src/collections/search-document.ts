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
  /**
   * The content as canonical JSON in UTF-8, without `_meilisearch_id` and `_strapi`. In bytes, which lie outside V8's heap:
   * as strings, what waits to be sent was moved to its old generation, and stayed there long after.
   */
  readonly body: Buffer;
}

/** Builds the search document of an entry out of its content. */
export function buildSearchDocument(
  collection: CollectionDefinition,
  entry: Pick<Entry, 'documentId' | 'locale'>,
  content: Record<string, unknown>,
): SearchDocument {
  const { _meilisearch_id, _strapi, ...rest } = content;
  const body = Buffer.from(canonicalJson(rest));
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

/** The line of JSON to push, in UTF-8: the document with its id and its stamp (milliseconds on the engine's clock). */
export function stampedLine({ id, uid, version, body }: SearchDocument, syncedAt: number): Buffer {
  const head = JSON.stringify({ _meilisearch_id: id, _strapi: { uid, syncedAt, version } });
  const isEmpty = body.length === '{}'.length;
  const begin = isEmpty ? head.slice(0, -1) : `${head.slice(0, -1)},`;
  const length = Buffer.byteLength(begin);
  // In one piece: there is one for each document.
  const line = Buffer.allocUnsafe(length + body.length - 1);
  line.write(begin);
  body.copy(line, length, 1);
  return line;
}
