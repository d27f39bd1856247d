/** The part of the schema of a content type or component that says what is confidential in its entries. */
export interface ConfidentialSchema {
  attributes: Record<string, { type: string; private?: boolean; target?: string; component?: string }>;
  options?: { privateAttributes?: readonly string[] };
}

/** Who wrote an entry is nobody's business in a search, whatever the configuration or a schema says. */
export const CREATORS: ReadonlySet<string> = new Set(['createdBy', 'updatedBy']);

const FILE = 'plugin::upload.file';

/**
 * A copy of an entry without private fields, passwords and creators, at every depth. Strapi's own sanitizer passes over
 * what `morphOne` and `morphMany` relations lead to, and lets creators out where a schema has `populateCreatorFields`.
 * @param modelOf - the schema of a relation's target or of a component
 */
export function withoutConfidentialFields<T extends object>(
  entry: T,
  schema: ConfidentialSchema,
  modelOf: (uid: string) => ConfidentialSchema | undefined,
): T {
  const clean = (value: unknown, target: string | undefined): unknown => {
    if (Array.isArray(value)) return value.map((item) => clean(item, target));
    if (typeof value !== 'object' || value === null) return value;
    const { __type: type, __component: component } = value as { __type?: string; __component?: string };
    const uid = type ?? component ?? target;
    const inner = uid === undefined ? undefined : modelOf(uid);
    return inner ? withoutConfidentialFields(value, inner, modelOf) : value;
  };
  const kept = Object.entries(entry).filter(([name]) => !isConfidential(name, schema));
  const cleaned = kept.map(([name, value]) => {
    const attribute = schema.attributes[name];
    return [name, attribute && leadsOn(attribute) ? clean(value, targetOf(attribute)) : value] as const;
  });
  return Object.fromEntries<unknown>(cleaned) as T;
}

function isConfidential(name: string, { attributes, options }: ConfidentialSchema): boolean {
  const attribute = attributes[name];
  if (CREATORS.has(name) || attribute?.type === 'password' || attribute?.private === true) return true;
  return options?.privateAttributes?.includes(name) ?? false;
}

type Attribute = ConfidentialSchema['attributes'][string];

const leadsOn = ({ type }: Attribute) => ['relation', 'media', 'component', 'dynamiczone'].includes(type);

const targetOf = ({ type, target, component }: Attribute) => (type === 'media' ? FILE : (target ?? component));
