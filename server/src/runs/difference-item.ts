import type { RunItem } from '../contract';
import type { Difference } from '../drift/second-look';

/** A difference as a check lists it. */
export function toItem({ suspect: { id, index, entry }, verdict }: Difference): RunItem {
  const { documentId, locale } = entry ?? { documentId: null, locale: null };
  return { id, index, documentId, locale, verdict, action: null, result: null };
}

/** The difference that a check has listed, for whoever looks at it again. */
export function toDifference({ id, index, documentId, locale, verdict }: RunItem): Difference {
  const entry = documentId === null ? null : { documentId, locale };
  return { suspect: { id, index, entry, indecision: null }, verdict };
}
