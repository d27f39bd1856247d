/**
 * Why search documents of a collection may be out of date:
 * `edited`: this document of the collection was written.
 * `embeds`: a document of another type was written, which documents of the collection embed.
 * `lost`: this document of the collection has lost something that it embedded.
 * `all`: one write touched more documents than can be named.
 */
export const MARK_KINDS = ['edited', 'embeds', 'lost', 'all'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** "This may be out of date": no content, so that what is pushed is always read afresh. */
export interface NewMark {
  /** The collection. */
  readonly uid: string;
  /** Of the collection, or, for `embeds`, of the other type; `*` for `all`. */
  readonly documentId: string;
  readonly kind: MarkKind;
  /** The other type of `embeds`, else `null`. */
  readonly relatedUid: string | null;
}

/** A mark in the outbox. */
export interface Mark extends NewMark {
  readonly id: number;
}

/** Of more documents than these none is named: one mark `all` stands for them. Bounds memory, and what a save inserts. */
export const MOST_NAMED = 10_000;

/** What makes two marks the same. */
export function markKey({ uid, documentId, kind, relatedUid }: NewMark): string {
  return [kind, uid, relatedUid ?? '', documentId].join(' ');
}

/** The mark that a document of a collection itself leaves when it is written. */
export function editedMark(uid: string, documentId: string): NewMark {
  return { uid, documentId, kind: 'edited', relatedUid: null };
}

/** The mark that asks for a complete update of a collection. */
export function allMark(uid: string): NewMark {
  return { uid, documentId: '*', kind: 'all', relatedUid: null };
}
