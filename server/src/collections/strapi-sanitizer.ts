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
import { findUsersPermissionsRule, type OutputRule } from './users-permissions-rule';

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
 * What Strapi itself and users-permissions remove depends on schemas alone. So they are asked once for each, and their
 * verdict carried out here: in a small part of the time that their walks through every entry take, and also below `morphOne`
 * and `morphMany` relations, which these pass over. All other rules see every entry.
 */
export function createStrapiSanitizer(strapi: Core.Strapi): Sanitize {
  const collections = new WeakMap<CollectionDefinition, Promise<CollectionRules>>();
  let filter: Promise<ReturnType<typeof createConfidentialFilter>> | undefined;
  const usersPermissionsRule = findUsersPermissionsRule(strapi.dirs.app.root);

  const registered = () => strapi.sanitizers.get('content-api.output') as unknown as OutputRule[];

  /** Has an entry of a schema sanitized that has nothing in its fields, to learn which of them are taken out. */
  const askFor = async (schema: Struct.Schema): Promise<FieldRules> => {
    const names = Object.keys(schema.attributes);
    let left = await sanitizeByStrapi(strapi, schema, Object.fromEntries(names.map((name) => [name, null])));
    for (const rule of registered().filter((rule) => rule === usersPermissionsRule)) left = await rule(schema)(left);
    return fieldRules(
      schema as ConfidentialSchema,
      names.filter((name) => !(name in left)),
    );
  };

  const makeFilter = async () => {
    const { contentTypes, components } = strapi as unknown as { contentTypes: Schemas; components: Schemas };
    const schemas = Object.values({ ...contentTypes, ...components });
    const rules = new Map<string, FieldRules>(
      await Promise.all(schemas.map(async (schema) => [schema.uid, await askFor(schema)] as const)),
    );
    return createConfidentialFilter((uid) => rules.get(uid));
  };

  const rulesOf = async ({ uid, unsanitizedFields }: CollectionDefinition): Promise<CollectionRules> => {
    const schema = readmitting(strapi.contentType(uid as UID.ContentType), unsanitizedFields);
    return { schema, rules: await askFor(schema) };
  };

  return async (collection, entry) => {
    const withoutConfidentialFields = await (filter ??= makeFilter());
    const known = collections.get(collection) ?? rulesOf(collection);
    collections.set(collection, known);
    const { schema, rules } = await known;
    let open = withoutConfidentialFields(entry, rules);
    for (const rule of registered()) {
      if (rule !== usersPermissionsRule) open = await rule(schema)(open);
    }
    // An application may declare even these private; search documents are named after them.
    return Object.assign(open, { id: entry.id, documentId: entry.documentId });
  };
}

function sanitizeByStrapi(strapi: Core.Strapi, schema: Struct.Schema, entry: Record<string, null>): Promise<Entry> {
  type Context = Parameters<typeof sanitize.sanitizers.defaultSanitizeOutput>[0];
  const context = { schema, getModel: (uid: string) => strapi.getModel(uid as UID.Schema) } as unknown as Context;
  return sanitize.sanitizers.defaultSanitizeOutput(context, entry) as Promise<Entry>;
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
