import { isOperator } from '@strapi/utils';

import { type Attribute, targetOf } from './attribute';

/** The part of a content type or component that decides what its entries can be filtered by. */
export interface FilterableSchema {
  attributes: Record<string, Attribute>;
}

/** A condition that limits nothing: by what, as a path of fields, and what was asked of it. */
export interface DroppedCondition {
  readonly path: readonly string[];
  readonly given: unknown;
}

/** Fields that every entry has, whatever its schema says. */
export const ALWAYS: ReadonlySet<string> = new Set(['id', 'documentId']);

/** Strapi takes these out of filters, though a schema has them. */
const NEVER = new Set(['dynamiczone', 'password']);

/** That of values, and of what may be of any type. */
const WITHOUT_FIELDS: FilterableSchema = { attributes: {} };

/**
 * The conditions that Strapi drops from filters in silence, and with them the limit that somebody meant to set: by fields
 * that the schema does not have or that nothing is filtered by, and with operators that there are not.
 * @param schemaOf - the schema of a content type or component
 */
export function droppedConditions(
  filters: unknown,
  schema: FilterableSchema,
  schemaOf: (uid: string) => FilterableSchema | undefined,
  above: readonly string[] = [],
): DroppedCondition[] {
  if (Array.isArray(filters)) return filters.flatMap((filter) => droppedConditions(filter, schema, schemaOf, above));
  if (typeof filters !== 'object' || filters === null) return [];
  return Object.entries(filters).flatMap(([key, given]: [string, unknown]) => {
    if (isOperator(key)) return droppedConditions(given, schema, schemaOf, above);
    if (ALWAYS.has(key)) return [];
    const path = [...above, key];
    const attribute = schema.attributes[key];
    if (!attribute || NEVER.has(attribute.type)) return [{ path, given }];
    const target = targetOf(attribute);
    const within = target === undefined ? undefined : schemaOf(target);
    return droppedConditions(given, within ?? WITHOUT_FIELDS, schemaOf, path);
  });
}
