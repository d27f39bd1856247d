import type { Core, Struct, UID } from '@strapi/types';

import type { CollectionDefinition } from '../collections/collection';
import { type Embedding, findEmbeddings } from './find-embeddings';
import type { ModelMetadata } from './link';

const NONE: readonly Embedding[] = [];

/** Which collections depend on a content type: they embed its entries, or decide by them who is in scope. */
export interface Dependencies {
  /** All embeddings in synced collections. */
  embeddings(): readonly Embedding[];

  /** Those of entries of this content type. */
  embeddingsOf(uid: string): readonly Embedding[];
}

/**
 * @param synced - the collections that are synced now
 * @returns embeddings as the schema has them; they are worked out at the first question, when the database knows its tables
 */
export function createDependencies(strapi: Core.Strapi, synced: () => readonly CollectionDefinition[]): Dependencies {
  const known = new Map<string, readonly Embedding[]>();
  let byUid: { of: readonly CollectionDefinition[]; embeddings: ReadonlyMap<string, readonly Embedding[]> } | undefined;

  const schemas = {
    modelOf: (uid: string) =>
      strapi.db.metadata.has(uid) ? (strapi.db.metadata.get(uid) as ModelMetadata) : undefined,
    isContentType: (uid: string) => uid in strapi.contentTypes,
    typesHeldBy: (uid: string, attribute: string) => typesHeldBy(strapi, uid, attribute),
  };

  const embeddingsIn = (collection: CollectionDefinition): readonly Embedding[] => {
    const before = known.get(collection.uid);
    if (before) return before;
    const found = findEmbeddings(collection, schemas);
    known.set(collection.uid, found);
    return found;
  };

  const embeddings = () => synced().flatMap(embeddingsIn);

  /** By the content type of the embedded entry: every row that is written asks for its own, components included. */
  const grouped = () => {
    const of = synced();
    if (byUid?.of !== of) byUid = { of, embeddings: groupByUid(embeddings()) };
    return byUid.embeddings;
  };

  return { embeddings, embeddingsOf: (uid) => grouped().get(uid) ?? NONE };
}

function groupByUid(embeddings: readonly Embedding[]): ReadonlyMap<string, readonly Embedding[]> {
  const groups = new Map<string, Embedding[]>();
  for (const embedding of embeddings) {
    const group = groups.get(embedding.uid);
    if (group) group.push(embedding);
    else groups.set(embedding.uid, [embedding]);
  }
  return groups;
}

/** What a dynamic zone, or a relation to entries of several types, may hold. */
function typesHeldBy(strapi: Core.Strapi, uid: string, attribute: string): string[] {
  const schema = strapi.getModel(uid as UID.Schema) as Struct.Schema | undefined;
  const zone = schema?.attributes[attribute];
  if (zone?.type === 'dynamiczone') return [...zone.components];
  const all: object = { ...strapi.contentTypes, ...strapi.components };
  const types = Object.values(all) as Struct.Schema[];
  const lookingBack = types.filter(({ attributes }) =>
    Object.values(attributes).some((other) => looksBack(other, uid, attribute)),
  );
  if (lookingBack.length > 0) return lookingBack.map((type) => type.uid);
  // Nobody looks back, so nothing tells what it holds: any of the application's own may be there.
  return Object.keys(strapi.contentTypes).filter((type) => type.startsWith('api::'));
}

function looksBack(other: object, uid: string, attribute: string): boolean {
  if ('type' in other && other.type === 'media') return uid === 'plugin::upload.file' && attribute === 'related';
  return 'morphBy' in other && 'target' in other && other.target === uid && other.morphBy === attribute;
}
