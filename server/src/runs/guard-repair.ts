import type { CheckDepth, Drift, Verdict } from '../contract';

/** Differences that a check lists at least before it only counts them. */
const MOST_LISTED = 10_000;

/** What is repaired of itself at most where nothing is configured: so many documents, or this share of a collection. */
const MOST_REPAIRED = { documents: 1000, share: 0.2 };

/** Differences in one verdict each. */
export type Found = Record<Verdict, number>;

export const sumOf = ({ missing, stale, orphaned }: Found): number => missing + stale + orphaned;

/**
 * More differences than this are left to a person: a wrong configuration looks like drift everywhere.
 * @param total - entries of the collection
 */
export function repairLimit(total: number, abortAbove: number | undefined): number {
  return abortAbove ?? Math.max(MOST_REPAIRED.documents, Math.floor(MOST_REPAIRED.share * total));
}

/** Differences that a check lists; what goes beyond is counted, so that a lost index fills no table. */
export function listLimit(repairedAtMost: number): number {
  return Math.max(MOST_LISTED, repairedAtMost);
}

/** Why a check leaves what it found to a person, or `null` where it may be repaired. */
export function reasonToLeave(found: Found, limit: number): string | null {
  const differences = sumOf(found);
  if (differences <= limit) return null;
  return (
    `${differences} differences are more than the ${limit} that are repaired without a person (check.abortAbove). ` +
    'Is the configuration right? Then press Repair, or Update.'
  );
}

/**
 * What is known to be different after a check. A quick one says nothing of the versions of entries unchanged of late, and
 * none of documents that it could not decide on: where it has found nothing, what was known before stays.
 */
export function driftAfter(
  { depth, undecided }: { depth: CheckDepth; undecided: number },
  before: Drift | null,
  found: Found,
  of: { at: string; checkId: number },
): Drift | null {
  if (sumOf(found) > 0) return { ...found, ...of };
  const isSilent = undecided > 0 || (depth === 'quick' && before !== null && before.stale > 0);
  return isSilent ? before : { ...found, ...of };
}
