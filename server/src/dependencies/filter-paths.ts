/** The attributes that filters name, as paths (`city.name`): what they lead through decides on who is in scope. */
export function filterPaths(filters: unknown, above: readonly string[] = []): string[] {
  if (Array.isArray(filters)) return filters.flatMap((filter) => filterPaths(filter, above));
  if (typeof filters !== 'object' || filters === null) return [];
  return Object.entries(filters).flatMap(([key, condition]) => {
    if (key.startsWith('$')) return filterPaths(condition, above);
    const path = [...above, key];
    return [path.join('.'), ...filterPaths(condition, path)];
  });
}
