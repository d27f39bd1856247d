import { isSameJson } from './same-json';

/** Patterns of fields with what may be done with them. */
interface FilterablePatterns {
  attributePatterns: string[];
  features?: { facetSearch?: boolean; filter?: { equality?: boolean; comparison?: boolean } };
}

/** What a filter does with a field: `=`, `IN` and `EXISTS` are equality, `<` and the like comparison. */
export type FilterOperation = 'equality' | 'comparison';

/** What the plugin filters by. */
const OWN_FILTERS: readonly { field: string; operation: FilterOperation }[] = [
  { field: '_strapi.uid', operation: 'equality' },
  { field: '_strapi.syncedAt', operation: 'comparison' },
];

/**
 * The `filterableAttributes` that keep what an index has, add what users declare, and let the plugin filter by its own
 * fields. These come first where they must be added, for the engine goes by the first entry that matches a field.
 *
 * An entry is the name of a field, or patterns; what is neither is passed on, for the engine to say what is wrong.
 */
export function withOwnFilters(current: readonly unknown[], declared: readonly unknown[]): unknown[] {
  const known = [...current];
  for (const entry of declared) {
    if (!known.some((other) => isSameEntry(other, entry))) known.push(entry);
  }
  const added = OWN_FILTERS.filter(({ field, operation }) => !allowsFilter(known, field, operation));
  const fields = added.map(({ field }) => field);
  return [...fields, ...known.filter((entry) => typeof entry !== 'string' || !fields.includes(entry))];
}

/** Whether an index with these `filterableAttributes` accepts a filter of this kind on the field. */
export function allowsFilter(attributes: readonly unknown[], field: string, operation: FilterOperation): boolean {
  const entry = attributes.find((candidate) => covers(candidate, field));
  return isPatterns(entry) ? featuresOf(entry).filter[operation] : entry !== undefined;
}

// A plain name covers the fields below it, and a `*` in it means nothing; with patterns it is the other way round.
function covers(entry: unknown, field: string): boolean {
  if (isPatterns(entry)) return entry.attributePatterns.some((pattern) => matchesPattern(pattern, field));
  return typeof entry === 'string' && (field === entry || field.startsWith(`${entry}.`));
}

/** A `*` means anything at the beginning, at the end, or at both. */
function matchesPattern(pattern: string, field: string): boolean {
  const [, before, text = '', after] = /^(\*?)(.*?)(\*?)$/.exec(pattern) ?? [];
  if (before && after) return field.includes(text);
  if (before) return field.endsWith(text);
  return after ? field.startsWith(text) : field === text;
}

function isSameEntry(one: unknown, other: unknown): boolean {
  if (!isPatterns(one) || !isPatterns(other)) return isSameJson(one, other);
  return isSameJson(one.attributePatterns, other.attributePatterns) && isSameJson(featuresOf(one), featuresOf(other));
}

function isPatterns(entry: unknown): entry is FilterablePatterns {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'attributePatterns' in entry &&
    Array.isArray(entry.attributePatterns)
  );
}

/** What patterns allow, with the engine's defaults for what they leave out. */
function featuresOf({ features = {} }: FilterablePatterns) {
  const { facetSearch = false, filter = {} } = features;
  const { equality = true, comparison = false } = filter;
  return { facetSearch, filter: { equality, comparison } };
}
