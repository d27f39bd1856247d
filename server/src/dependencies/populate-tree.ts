/** What is asked for below one attribute. */
export interface PopulateBranch {
  /** As a user or Strapi writes it, for the level below. */
  readonly populate: unknown;
  /** Which of the entries are embedded. */
  readonly filters: unknown;
  /** Which types a dynamic zone or a polymorphic relation is populated for; `null` stands for all. */
  readonly on: Readonly<Record<string, Pick<PopulateBranch, 'populate' | 'filters'>>> | null;
}

/** What an attribute is populated with when nothing is said of what lies below. */
const LEAF: PopulateBranch = { populate: null, filters: null, on: null };

/**
 * The attributes that a `populate` names, each with what it asks for below, as Strapi's query engine understands it:
 * `true` and `'*'` stand for every attribute of the level, strings may be paths (`'company.city'`).
 *
 * @param names - the attributes of this level that can be populated at all
 */
export function populateBranches(populate: unknown, names: readonly string[]): Map<string, PopulateBranch> {
  if (populate === null || populate === undefined || populate === false) return new Map();
  if (populate === true || populate === '*') return new Map(names.map((name) => [name, LEAF]));
  if (typeof populate === 'string') return populateBranches([populate], names);
  if (Array.isArray(populate)) {
    const paths = populate.flatMap((path) => String(path).split(','));
    return branchesOfPaths(
      paths.map((path) => path.trim()),
      names,
    );
  }
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
  return new Map([...below].map(([name, rest]) => [name, { ...LEAF, populate: rest }]));
}

function branchOf(below: unknown): PopulateBranch {
  if (typeof below !== 'object' || below === null) return LEAF;
  const { populate = null, filters = null, on } = below as { populate?: unknown; filters?: unknown; on?: object };
  if (!on) return { populate, filters, on: null };
  const types = Object.entries(on).filter(([, type]) => type !== false);
  return { populate, filters, on: Object.fromEntries(types.map(([uid, type]) => [uid, branchOf(type)])) };
}
