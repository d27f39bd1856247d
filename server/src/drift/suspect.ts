import type { Identity } from '../collections/subject';
import type { Indecision } from './indecision';

/** A document that looked different; whether it is has to be confirmed. */
export interface Suspect {
  /** Of the search document. */
  readonly id: string;
  readonly index: string;
  /** The entry it is of, where that is known. */
  readonly entry: Identity | null;
  /** What the last look could not decide; `null` before the first. */
  readonly indecision: Indecision | null;
}
