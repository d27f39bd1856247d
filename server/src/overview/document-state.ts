import type { DocumentState, Verdict } from '../contract';

/** What the state of a search document in an index is decided by. */
export interface DocumentFacts {
  /** What is different between both sides; `null`: the index has what it ought to have. */
  verdict: Verdict | null;
  /** The user's functions leave the entry out. */
  isExcluded: boolean;
  /** It cannot be transformed, or a failure is on record. */
  isFailing: boolean;
  /** A mark names its document. */
  isMarked: boolean;
  /** Marks wait that stand for documents which they do not name. */
  mayBeMarked: boolean;
}

/** The one word for how a search document stands in an index. */
export function documentState({ verdict, isExcluded, isFailing, isMarked, mayBeMarked }: DocumentFacts): DocumentState {
  if (isMarked) return 'pending';
  if (isFailing) return 'failing';
  if (verdict === null) return isExcluded ? 'excluded' : 'in-sync';
  // What is equal needs no push, whatever such a mark turns out to be about.
  return mayBeMarked ? 'pending' : verdict;
}
