import type { Core, Struct, UID } from '@strapi/types';

import type { Entry } from '../config/options';
import type { CollectionDefinition } from './collection';
import { type ConfidentialSchema, CREATORS, createConfidentialFilter } from './confidential-fields';
import type { Sanitize } from './membership';

/**
 * Private fields, passwords and creators go, at every depth, and then what Strapi's own output sanitizer removes from a
 * public answer of its content API, an application's own rules included. The fields that `noSanitizePrivateFields`
 * re-admits count as not private at the top level; what lies below them is sanitized all the same.
 */
export function createStrapiSanitizer(strapi: Core.Strapi): Sanitize {
  const schemas = new WeakMap<CollectionDefinition, Struct.ContentTypeSchema>();
  const schemaOf = (collection: CollectionDefinition): Struct.ContentTypeSchema => {
    const known = schemas.get(collection);
    if (known) return known;
    const schema = readmitting(strapi.contentType(collection.uid as UID.ContentType), collection.unsanitizedFields);
    schemas.set(collection, schema);
    return schema;
  };

  const withoutConfidentialFields = createConfidentialFilter(
    (uid) => strapi.getModel(uid as UID.Schema) as ConfidentialSchema | undefined,
  );

  return async (collection, entry) => {
    const schema = schemaOf(collection);
    const open = withoutConfidentialFields(entry, schema as ConfidentialSchema);
    const sanitized = (await strapi.contentAPI.sanitize.output(open, schema)) as Entry;
    // An application may declare even these private; search documents are named after them.
    return Object.assign(sanitized, { id: entry.id, documentId: entry.documentId });
  };
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
