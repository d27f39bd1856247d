/** The value below which the given share of the values lies, by the nearest rank. @param share - from 0 to 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('there is no percentile of no values');
  return value;
}

/** The value in the middle; of an even number of values the lower one of the two. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);
