/** What stands where a name is unknown, and its place in the list or object that it stands in. */
export interface Misnomer {
  readonly path: readonly string[];
  readonly given: unknown;
}

/**
 * Where a list of names, in any of the forms that Strapi takes them in, has some that are not known.
 * @param named - one name or several (`'title,city'`), an array of them, or an object by names
 */
export function misnomers(named: unknown, isKnown: (name: string) => boolean): Misnomer[] {
  const isRight = (names: string) => names.split(',').every((name) => isKnown(name.trim()));
  if (typeof named === 'string') return isRight(named) ? [] : [{ path: [], given: named }];
  if (Array.isArray(named)) {
    return named.flatMap((given: unknown, position) =>
      typeof given === 'string' && !isRight(given) ? [{ path: [String(position)], given }] : [],
    );
  }
  if (typeof named !== 'object' || named === null) return [];
  return Object.entries(named).flatMap(([name, given]: [string, unknown]) =>
    isKnown(name) ? [] : [{ path: [name], given }],
  );
}
