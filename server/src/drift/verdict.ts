import { canonicalJson } from '../collections/canonical-json';
import type { SearchDocument } from '../collections/search-document';
import type { Verdict } from '../contract';
import type { StoredDocument } from '../engine/search-engine';

/** What the index ought to have under an id: nothing, some version, this version, or exactly this content. */
export type Expectation =
  | { kind: 'absent' }
  | { kind: 'present' }
  | { kind: 'version'; document: SearchDocument }
  | { kind: 'content'; document: SearchDocument };

/** What is wrong with a document in the index, or `null` where it is as it ought to be. */
export function verdictOn(expected: Expectation, stored: StoredDocument | undefined): Verdict | null {
  if (expected.kind === 'absent') return stored ? 'orphaned' : null;
  if (!stored) return 'missing';
  if (expected.kind === 'present') return null;
  const { document } = expected;
  if (stored._strapi?.version !== document.version) return 'stale';
  return expected.kind === 'version' || hasContentOf(stored, document) ? null : 'stale';
}

function hasContentOf(stored: StoredDocument, document: SearchDocument): boolean {
  return canonicalJson(contentOf(stored)) === canonicalJson(contentOf(JSON.parse(document.body) as StoredDocument));
}

/** What the user's content is of a stored document; the engine does not hand out `_vectors` unless it is asked for them. */
export function contentOf(stored: StoredDocument): Record<string, unknown> {
  const { _meilisearch_id, _strapi, _vectors, ...content } = stored;
  return content;
}
