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

/** What a check says of differences that it has found and only counted. */
export function unlistedOf(found: Found, listed: number): Pick<Drift, 'unlisted'> {
  const unlisted = sumOf(found) - listed;
  return unlisted > 0 ? { unlisted } : {};
}

/**
 * Why a check leaves what it found to a person, or `null` where it may be repaired.
 * @param bounds.isUpdateHeldBack - an update waits for a person's word on what it would purge, which is likely the same
 */
export function reasonToLeave(
  found: Found,
  { limit, isUpdateHeldBack }: { limit: number; isUpdateHeldBack: boolean },
): string | null {
  const differences = sumOf(found);
  if (differences > limit) {
    return (
      `${differences} differences are more than the ${limit} that are repaired without a person (check.abortAbove). ` +
      `Is the configuration right? Then press ${differences > listLimit(limit) ? '' : 'Repair, or '}Update.`
    );
  }
  if (found.orphaned === 0 || !isUpdateHeldBack) return null;
  return 'An update of this collection waits for your decision on what it would remove: confirm or cancel it first.';
}

/** What a check cannot have seen, though it may be there. */
function unseenBy({ depth, undecided }: Look): readonly Verdict[] {
  if (undecided > 0) return ['missing', 'stale', 'orphaned'];
  return depth === 'quick' ? ['stale'] : [];
}

/** How closely a check has looked, and on how many documents it could not decide. */
interface Look {
  depth: CheckDepth;
  undecided: number;
}

/**
 * What is known to be different after a check. A quick one says nothing of the versions of entries unchanged of late, and
 * none of documents that it could not decide on: of these at least as many are different as were known before.
 * @param before - `null`: nobody claims that both sides are equal, and a check that cannot see everything does not either
 */
export function driftAfter(look: Look, before: Drift | null, found: Found, of: Omit<Drift, Verdict>): Drift | null {
  const unseen = unseenBy(look);
  const isSilent = look.undecided > 0 || unseen.some((verdict) => before === null || before[verdict] > 0);
  if (isSilent && sumOf(found) === 0) return before;
  const known = { ...found };
  for (const verdict of unseen) known[verdict] = Math.max(found[verdict], before?.[verdict] ?? 0);
  return { ...known, ...of };
}

/**
 * What is known to be different after a repair of what a check had listed: what the check did not list itself stays.
 * @param listed - what the check had found
 * @param left - what of it is still different
 */
export function driftAfterRepair(known: Found, listed: Found, left: Found): Found {
  const remaining = (verdict: Verdict) => Math.max(0, known[verdict] - listed[verdict]) + left[verdict];
  return { missing: remaining('missing'), stale: remaining('stale'), orphaned: remaining('orphaned') };
}
