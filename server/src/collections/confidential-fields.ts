/** The part of the schema of a content type or component that says what is confidential in its entries. */
export interface ConfidentialSchema {
  attributes: Record<string, { type: string; private?: boolean; target?: string; component?: string }>;
  options?: { privateAttributes?: readonly string[] };
}

/** Who wrote an entry is nobody's business in a search, whatever the configuration or a schema says. */
export const CREATORS: ReadonlySet<string> = new Set(['createdBy', 'updatedBy']);

const FILE = 'plugin::upload.file';

/** What is to be done with the fields of entries of one schema. */
interface Rules {
  readonly confidential: readonly string[];
  /** Fields that hold other entries, and the schema of these where the field alone says it. */
  readonly leading: readonly (readonly [name: string, schema: string | undefined])[];
}

/**
 * Leaves private fields, passwords and creators out of entries, at every depth; what is passed in stays as it is. Strapi's own sanitizer passes over
 * what `morphOne` and `morphMany` relations lead to, and lets creators out where a schema has `populateCreatorFields`.
 * Each schema is looked at once: schemas do not change while a Strapi runs.
 * @param modelOf - the schema of a relation's target or of a component
 */
export function createConfidentialFilter(modelOf: (uid: string) => ConfidentialSchema | undefined) {
  const known = new WeakMap<ConfidentialSchema, Rules>();

  const rulesOf = (schema: ConfidentialSchema): Rules => {
    const rules = known.get(schema) ?? readRules(schema);
    known.set(schema, rules);
    return rules;
  };

  const cleanAll = (items: unknown[], target: string | undefined): unknown[] => {
    const cleaned = items.map((item) => clean(item, target));
    return cleaned.some((item, at) => item !== items[at]) ? cleaned : items;
  };

  const clean = (value: unknown, target: string | undefined): unknown => {
    if (Array.isArray(value)) return cleanAll(value, target);
    if (typeof value !== 'object' || value === null) return value;
    const { __type: type, __component: component } = value as { __type?: string; __component?: string };
    const uid = type ?? component ?? target;
    const inner = uid === undefined ? undefined : modelOf(uid);
    return inner ? without(value, inner) : value;
  };

  const without = <T extends object>(entry: T, schema: ConfidentialSchema): T => {
    const { confidential, leading } = rulesOf(schema);
    const fields = entry as Record<string, unknown>;
    const cleaned = new Map<string, unknown>();
    for (const [name, target] of leading) {
      const value = fields[name];
      const open = clean(value, target);
      if (open !== value) cleaned.set(name, open);
    }
    // Hardly any entry holds something confidential once it is selected what to populate: those need no copy.
    if (cleaned.size === 0 && !confidential.some((name) => name in fields)) return entry;
    return Object.fromEntries(
      Object.entries(fields)
        .filter(([name]) => !confidential.includes(name))
        .map(([name, value]) => [name, cleaned.get(name) ?? value]),
    ) as T;
  };

  return without;
}

function readRules({ attributes, options }: ConfidentialSchema): Rules {
  const all = Object.entries(attributes);
  const secret = all.filter(([, { type, private: isPrivate }]) => type === 'password' || isPrivate === true);
  return {
    confidential: [...new Set([...CREATORS, ...secret.map(([name]) => name), ...(options?.privateAttributes ?? [])])],
    leading: all.filter(([, attribute]) => leadsOn(attribute)).map(([name, to]) => [name, targetOf(to)] as const),
  };
}

type Attribute = ConfidentialSchema['attributes'][string];

const leadsOn = ({ type }: Attribute) => ['relation', 'media', 'component', 'dynamiczone'].includes(type);

const targetOf = ({ type, target, component }: Attribute) => (type === 'media' ? FILE : (target ?? component));
