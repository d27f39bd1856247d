import type { PlaygroundApp } from './strapi-app';

type Attributes = Record<string, Record<string, unknown>>;

/** What a test says of a content type. */
export interface ContentType {
  options: { draftAndPublish: boolean; populateCreatorFields?: boolean; privateAttributes?: string[] };
  attributes: Attributes;
}

/** The attribute of a relation; a polymorphic one has no target. */
export function relation(relation: string, target?: string, more: object = {}): Record<string, unknown> {
  return { type: 'relation', relation, ...(target === undefined ? {} : { target }), ...more };
}

/**
 * Adds content types to an application that is not loaded yet; their tables are made at the boot.
 * @param folder - the API folder that they stand in
 * @param contentTypes - by singular name
 */
export function addContentTypes(
  strapi: PlaygroundApp['strapi'],
  folder: string,
  contentTypes: Readonly<Record<string, ContentType>>,
): void {
  const definitions = Object.entries(contentTypes).map(([singularName, { options, attributes }]) => {
    const info = { singularName, pluralName: `${singularName}-entries`, displayName: singularName };
    const schema = {
      kind: 'collectionType',
      collectionName: `${folder}_${singularName}`,
      info,
      options,
      attributes: structuredClone(attributes),
    };
    return [singularName, { schema, actions: {}, lifecycles: {} }] as const;
  });
  strapi
    .get<{ add: (namespace: string, types: object) => void }>('content-types')
    .add(`api::${folder}`, Object.fromEntries(definitions));
}

/**
 * Adds components to an application that is not loaded yet; their tables are made at the boot.
 * @param components - attributes by name
 */
export function addComponents(
  strapi: PlaygroundApp['strapi'],
  category: string,
  components: Readonly<Record<string, Attributes>>,
): void {
  const container = strapi.get<{ set: (uid: string, component: object) => void }>('components');
  for (const [modelName, attributes] of Object.entries(components)) {
    const uid = `${category}.${modelName}`;
    const schema = {
      collectionName: `components_${category}_${modelName}`,
      info: { displayName: modelName },
      options: {},
      attributes: structuredClone(attributes),
    };
    const identity = { uid, category, modelType: 'component', modelName, globalId: `${category}-${modelName}` };
    container.set(uid, { ...schema, ...identity, __schema__: structuredClone(schema) });
  }
}
