/** What is asked for below one attribute. */
export interface PopulateBranch {
  /** As a user or Strapi writes it, for the level below. */
  readonly populate: unknown;
  /** Which types a dynamic zone or a polymorphic relation is populated for; `null` stands for all. */
  readonly on: Readonly<Record<string, { populate: unknown }>> | null;
}

/** What an attribute is populated with when nothing is said of what lies below. */
const LEAF: PopulateBranch = { populate: null, on: null };

/**
 * The attributes that a `populate` names, each with what it asks for below, as Strapi's query engine understands it:
 * `true` and `'*'` stand for every attribute of the level, strings may be paths (`'company.city'`).
 *
 * @param names - the attributes of this level that can be populated at all
 */
export function populateBranches(populate: unknown, names: readonly string[]): Map<string, PopulateBranch> {
  if (populate === null || populate === undefined || populate === false) return new Map();
  if (populate === true || populate === '*') return new Map(names.map((name) => [name, LEAF]));
  if (typeof populate === 'string') return populateBranches(populate.split(','), names);
  if (Array.isArray(populate))
    return branchesOfPaths(
      populate.map((path) => String(path).trim()),
      names,
    );
  if (typeof populate !== 'object') return new Map();
  return new Map(
    Object.entries(populate)
      .filter(([name, below]) => names.includes(name) && below !== false)
      .map(([name, below]) => [name, branchOf(below)]),
  );
}

function branchesOfPaths(paths: readonly string[], names: readonly string[]): Map<string, PopulateBranch> {
  if (paths.includes('*')) return populateBranches(true, names);
  const below = new Map<string, string[]>();
  for (const path of paths) {
    const [name = '', ...rest] = path.split('.');
    if (!names.includes(name)) continue;
    below.set(name, [...(below.get(name) ?? []), ...(rest.length > 0 ? [rest.join('.')] : [])]);
  }
  return new Map([...below].map(([name, rest]) => [name, { populate: rest, on: null }]));
}

function branchOf(below: unknown): PopulateBranch {
  if (typeof below !== 'object' || below === null) return LEAF;
  const { populate = null, on } = below as { populate?: unknown; on?: Record<string, unknown> };
  if (!on) return { populate, on: null };
  return {
    populate,
    on: Object.fromEntries(
      Object.entries(on)
        .filter(([, type]) => type !== false)
        .map(([uid, type]) => [uid, { populate: branchOf(type).populate }]),
    ),
  };
}
