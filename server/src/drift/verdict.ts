import { canonicalJson } from '../collections/canonical-json';
import type { SearchDocument } from '../collections/search-document';
import type { CheckDepth, Verdict } from '../contract';
import type { StoredDocument } from '../engine/search-engine';
import type { Part } from './read-stored';

/** What the index ought to have under an id: nothing, some version, this version, or exactly this content. */
export type Expectation =
  | { kind: 'absent' }
  | { kind: 'present' }
  | { kind: 'version'; document: SearchDocument }
  | { kind: 'content'; document: SearchDocument };

/** What a check of this depth compares of a document whose entry it has read as a whole. */
export const comparedAt = (depth: CheckDepth) => (depth === 'deep' ? 'content' : 'version');

/** How much of a stored document tells whether it is as it ought to be. */
export const PART_TO_COMPARE: Readonly<Record<Expectation['kind'], Part>> = {
  absent: 'id',
  present: 'id',
  version: 'version',
  content: 'content',
};

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
  return canonicalJson(contentOf(stored)) === canonicalJson(pushedContent(document));
}

/** What of a search document's content can be compared with a stored one. */
export function pushedContent({ body }: SearchDocument): Record<string, unknown> {
  return contentOf(JSON.parse(body.toString()) as StoredDocument);
}

/** What the user's content is of a stored document; the engine does not hand out `_vectors` unless it is asked for them. */
export function contentOf(stored: StoredDocument): Record<string, unknown> {
  const { _meilisearch_id, _strapi, _vectors, ...content } = stored;
  return content;
}
