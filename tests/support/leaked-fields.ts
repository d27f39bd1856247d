/** The part of the schema of a content type or component that says what is private in it. */
export interface GuardedSchema {
  attributes: Record<string, { type: string; private?: boolean; target?: string; component?: string }>;
  options?: { privateAttributes?: readonly string[] };
}

/** Schemas by uid: of content types and of components. */
export type SchemaOf = (uid: string) => GuardedSchema | undefined;

const CREATORS = new Set(['createdBy', 'updatedBy']);
const FILE = 'plugin::upload.file';

/** Whether a field is for nobody but the site's staff. */
export function isConfidential(name: string, schema: GuardedSchema | undefined): boolean {
  const attribute = schema?.attributes[name];
  if (CREATORS.has(name) || attribute?.type === 'password' || attribute?.private === true) return true;
  return schema?.options?.privateAttributes?.includes(name) ?? false;
}

/** Whether `noSanitizePrivateFields` lets out a private field of the top level; passwords and creators it never does. */
export function isReadmitted(name: string, schema: GuardedSchema | undefined, readmitted: readonly string[]): boolean {
  if (CREATORS.has(name) || schema?.attributes[name]?.type === 'password') return false;
  return readmitted.includes('*') || readmitted.includes(name);
}

/**
 * Finds what must never be pushed, by the schema and at every depth. It shares no code with Strapi's sanitizer, whose
 * work is on trial here. Fields that no schema knows, as a site's own function makes them, can only be judged by name.
 *
 * @param content - a search document
 * @param uid - the content type it was made of
 * @param readmitted - the collection's `noSanitizePrivateFields`
 * @returns the paths of all that leaked, list positions as `[]`
 */
export function leakedFields(
  content: Readonly<Record<string, unknown>>,
  uid: string,
  schemaOf: SchemaOf,
  readmitted: readonly string[] = [],
): string[] {
  const schema = schemaOf(uid);
  return Object.entries(content).flatMap(([name, value]) =>
    isConfidential(name, schema) && isReadmitted(name, schema, readmitted)
      ? leaksWithin(value, name, schema, schemaOf, name)
      : leaksAt(name, value, schema, schemaOf, name),
  );
}

function leaksAt(
  name: string,
  value: unknown,
  schema: GuardedSchema | undefined,
  schemaOf: SchemaOf,
  path: string,
): string[] {
  return isConfidential(name, schema) ? [path] : leaksWithin(value, name, schema, schemaOf, path);
}

/** The leaks below a field, wherever it leads to. */
function leaksWithin(
  value: unknown,
  name: string,
  schema: GuardedSchema | undefined,
  schemaOf: SchemaOf,
  path: string,
): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => leaksWithin(item, name, schema, schemaOf, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  const attribute = schema?.attributes[name];
  // Whatever an editor writes there is content.
  if (attribute?.type === 'json' || attribute?.type === 'blocks') return [];
  const { __type: type, __component: component } = value as { __type?: string; __component?: string };
  const within = type ?? component ?? attribute?.target ?? attribute?.component;
  const inner = attribute?.type === 'media' ? schemaOf(FILE) : within === undefined ? undefined : schemaOf(within);
  return Object.entries(value).flatMap(([key, below]) => leaksAt(key, below, inner, schemaOf, `${path}.${key}`));
}
