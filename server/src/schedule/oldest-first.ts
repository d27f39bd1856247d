/**
 * Sorts collections by when they were last checked; those that never were come first, in the order given.
 * @param checkedAt - milliseconds since the epoch, by uid
 */
export function oldestFirst(uids: readonly string[], checkedAt: ReadonlyMap<string, number>): string[] {
  const age = (uid: string) => checkedAt.get(uid) ?? -Infinity;
  // Not by subtraction: two that never were checked would differ by NaN.
  return [...uids].sort((one, other) => Number(age(one) > age(other)) - Number(age(one) < age(other)));
}
