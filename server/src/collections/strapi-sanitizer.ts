import type { Core, Struct, UID } from '@strapi/types';
import { sanitize } from '@strapi/utils';

import type { Entry } from '../config/options';
import type { CollectionDefinition } from './collection';
import {
  type ConfidentialSchema,
  CREATORS,
  createConfidentialFilter,
  type FieldRules,
  fieldRules,
} from './confidential-fields';
import type { Sanitize } from './membership';

/** A rule for public answers of the content API, registered by the application or another plugin. */
type OutputSanitizer = (schema: Struct.ContentTypeSchema) => (entry: Entry) => Promise<Entry>;

type Schemas = Record<string, Struct.Schema>;

interface CollectionRules {
  schema: Struct.ContentTypeSchema;
  rules: FieldRules;
}

/**
 * Creators go, and what Strapi's own output sanitizer removes from a public answer of its content API, an application's
 * own rules included. The fields that `noSanitizePrivateFields` re-admits count as not private at the top level; what
 * lies below them is sanitized all the same.
 *
 * What Strapi itself removes depends on schemas alone. So it is asked once for each, and its verdict carried out here: in
 * a small part of the time that its walk through every entry takes, and also below `morphOne` and `morphMany` relations,
 * which that passes over.
 */
export function createStrapiSanitizer(strapi: Core.Strapi): Sanitize {
  const collections = new WeakMap<CollectionDefinition, Promise<CollectionRules>>();
  let filter: Promise<ReturnType<typeof createConfidentialFilter>> | undefined;

  const makeFilter = async () => {
    const { contentTypes, components } = strapi as unknown as { contentTypes: Schemas; components: Schemas };
    const schemas = Object.values({ ...contentTypes, ...components });
    const rules = new Map<string, FieldRules>(
      await Promise.all(schemas.map(async (schema) => [schema.uid, await askStrapi(strapi, schema)] as const)),
    );
    return createConfidentialFilter((uid) => rules.get(uid));
  };

  const rulesOf = async ({ uid, unsanitizedFields }: CollectionDefinition): Promise<CollectionRules> => {
    const schema = readmitting(strapi.contentType(uid as UID.ContentType), unsanitizedFields);
    return { schema, rules: await askStrapi(strapi, schema) };
  };

  return async (collection, entry) => {
    const withoutConfidentialFields = await (filter ??= makeFilter());
    const known = collections.get(collection) ?? rulesOf(collection);
    collections.set(collection, known);
    const { schema, rules } = await known;
    let open = withoutConfidentialFields(entry, rules);
    for (const sanitizer of strapi.sanitizers.get('content-api.output') as unknown as OutputSanitizer[]) {
      open = await sanitizer(schema)(open);
    }
    // An application may declare even these private; search documents are named after them.
    return Object.assign(open, { id: entry.id, documentId: entry.documentId });
  };
}

/** Has Strapi sanitize an entry of a schema with nothing in its fields, to learn which of them it takes out. */
async function askStrapi(strapi: Core.Strapi, schema: Struct.Schema): Promise<FieldRules> {
  type Context = Parameters<typeof sanitize.sanitizers.defaultSanitizeOutput>[0];
  const names = Object.keys(schema.attributes);
  const context = { schema, getModel: (uid: string) => strapi.getModel(uid as UID.Schema) } as unknown as Context;
  const blank = Object.fromEntries(names.map((name) => [name, null]));
  const left = (await sanitize.sanitizers.defaultSanitizeOutput(context, blank)) as object;
  return fieldRules(
    schema as ConfidentialSchema,
    names.filter((name) => !(name in left)),
  );
}

/** A copy of a schema in which the named fields, or all for `'*'`, are not private. */
function readmitting(schema: Struct.ContentTypeSchema, fields: readonly string[]): Struct.ContentTypeSchema {
  if (fields.length === 0) return schema;
  const isReadmitted = (name: string) => !CREATORS.has(name) && (fields.includes('*') || fields.includes(name));
  const attributes = Object.entries(schema.attributes).map(
    ([name, attribute]) => [name, isReadmitted(name) ? { ...attribute, private: false } : attribute] as const,
  );
  const { privateAttributes = [] } = schema.options as { privateAttributes?: string[] };
  return {
    ...schema,
    attributes: Object.fromEntries(attributes),
    // A schema may name private attributes in its options as well.
    options: { ...schema.options, privateAttributes: privateAttributes.filter((name) => !isReadmitted(name)) },
  } as Struct.ContentTypeSchema;
}
