import type { Identity } from '../collections/subject';

/** A document that looked different; whether it is has to be confirmed. */
export interface Suspect {
  /** Of the search document. */
  readonly id: string;
  readonly index: string;
  /** The entry it is of, where that is known. */
  readonly entry: Identity | null;
  /** How often it was looked at while marks that may be about it were not drained yet. */
  readonly looks: number;
}
