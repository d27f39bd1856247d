import { type Attribute, leadsOn, targetOf } from './attribute';

/** The part of the schema of a content type or component that matters to what is confidential in its entries. */
export interface ConfidentialSchema {
  attributes: Record<string, Attribute>;
  options?: { privateAttributes?: readonly string[] };
}

/** Who wrote an entry is nobody's business in a search, whatever the configuration or a schema says. */
export const CREATORS: ReadonlySet<string> = new Set(['createdBy', 'updatedBy']);

/** What is to be done with the fields of entries of one schema. */
export interface FieldRules {
  readonly confidential: readonly string[];
  /** Fields that hold other entries, and the schema of these where the field alone says it. */
  readonly leading: readonly (readonly [name: string, schema: string | undefined])[];
}

/** @param removed - the attributes that Strapi takes out of entries of the schema */
export function fieldRules({ attributes, options }: ConfidentialSchema, removed: readonly string[]): FieldRules {
  return {
    // Strapi lets creators out where a schema has `populateCreatorFields`, and private names that are no attributes.
    confidential: [...new Set([...CREATORS, ...removed, ...(options?.privateAttributes ?? [])])],
    leading: Object.entries(attributes)
      .filter(([, attribute]) => leadsOn(attribute))
      .map(([name, attribute]) => [name, targetOf(attribute)] as const),
  };
}

/**
 * Leaves confidential fields out of entries, at every depth. Answers copies of all of them: an entry that others lead to as
 * well is the same object in each, and a `transformEntry` may change what it is given.
 * @param rulesOf - the rules of a content type or component; none: what it holds stays
 */
export function createConfidentialFilter(rulesOf: (uid: string) => FieldRules | undefined) {
  const clean = (value: unknown, target: string | undefined): unknown => {
    if (Array.isArray(value)) return value.map((item) => clean(item, target));
    if (typeof value !== 'object' || value === null) return value;
    const { __type: type, __component: component } = value as { __type?: string; __component?: string };
    const uid = type ?? component ?? target;
    const rules = uid === undefined ? undefined : rulesOf(uid);
    return rules ? without(value, rules) : value;
  };

  const without = <T extends object>(entry: T, { confidential, leading }: FieldRules): T => {
    const copy = { ...entry } as Record<string, unknown>;
    for (const [name, target] of leading) {
      if (name in copy) copy[name] = clean(copy[name], target);
    }
    // Hardly any entry holds something confidential once it is selected what to populate.
    if (!confidential.some((name) => name in copy)) return copy as T;
    return Object.fromEntries(Object.entries(copy).filter(([name]) => !confidential.includes(name))) as T;
  };

  return without;
}
