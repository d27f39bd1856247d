/** The part of a content type or component that decides what its entries can be filtered by. */
export interface FilterableSchema {
  attributes: Record<string, { type: string; target?: string; component?: string }>;
}

/** Fields that every entry has, whatever its schema says. */
const ALWAYS = new Set(['id', 'documentId']);

/**
 * The fields that filters name and the schema does not have, as paths. Strapi drops such a condition in silence, and with
 * it the limit that somebody meant to set.
 * @param schemaOf - the schema of a relation's target or of a component
 */
export function unknownFilterFields(
  filters: unknown,
  schema: FilterableSchema,
  schemaOf: (uid: string) => FilterableSchema | undefined,
  path: readonly string[] = [],
): string[] {
  if (Array.isArray(filters)) return filters.flatMap((filter) => unknownFilterFields(filter, schema, schemaOf, path));
  if (typeof filters !== 'object' || filters === null) return [];
  return Object.entries(filters).flatMap(([key, condition]) => {
    if (key.startsWith('$')) return unknownFilterFields(condition, schema, schemaOf, path);
    if (ALWAYS.has(key)) return [];
    const attribute = schema.attributes[key];
    if (!attribute) return [[...path, key].join('.')];
    const within = attribute.target ?? attribute.component;
    const inner = within === undefined ? undefined : schemaOf(within);
    return inner ? unknownFilterFields(condition, inner, schemaOf, [...path, key]) : [];
  });
}
