/** Whether a `populate`, as the query engine takes it, limits how many related entries there are, at any depth. */
export function hasLimitWithin(populate: unknown): boolean {
  if (typeof populate !== 'object' || populate === null) return false;
  return Object.values(populate as Record<string, unknown>).some((value) => {
    if (typeof value !== 'object' || value === null) return false;
    const { limit, offset, populate: inner, on } = value as Record<string, unknown>;
    const isLimited = (typeof limit === 'number' && limit >= 0) || (typeof offset === 'number' && offset > 0);
    return isLimited || hasLimitWithin(inner) || hasLimitWithin(on);
  });
}
