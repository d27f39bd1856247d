import type { MarkSpan } from '../outbox/outbox';

/** Why it cannot be said yet whether a difference is drift: it may be about to be pushed. */
export interface Indecision {
  /** The newest mark that may be about it. */
  readonly newestMark: number;
  /** The versions on both sides, as one word. */
  readonly versions: string;
  /** Looks that could not decide so far. */
  readonly looks: number;
}

/**
 * What keeps a difference from being called drift, or `null` where nothing does.
 *
 * A write that the database shows has left its mark by then. Once the marks of that moment are drained, the engine has had
 * what they stood for: a document both sides of which are still as they were is none of theirs, nor of any that came since.
 * @param unnamed - the marks there are now that may be about any document
 * @param before - what the last look could not decide
 */
export function indecisionOn(versions: string, unnamed: MarkSpan | null, before: Indecision | null): Indecision | null {
  if (unnamed === null) return null;
  const looks = (before?.looks ?? 0) + 1;
  if (before?.versions !== versions) return { newestMark: unnamed.newest, versions, looks };
  return unnamed.oldest > before.newestMark ? null : { ...before, looks };
}
