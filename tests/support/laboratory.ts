import type { PlaygroundApp } from './strapi-app';

type Attributes = Record<string, Record<string, unknown>>;

const name = { type: 'string' };
const relation = (relation: string, target: string, more: object = {}) => ({
  type: 'relation',
  relation,
  target,
  ...more,
});

const AUTHOR = 'api::laboratory.author';
const TOPIC = 'api::laboratory.topic';
const COUNTRY = 'api::laboratory.country';
const ARTICLE = 'api::laboratory.article';
const REVIEW = 'api::laboratory.review';

/** Every kind of relation that Strapi has, around one article. */
const contentTypes: Record<string, { draftAndPublish: boolean; attributes: Attributes }> = {
  article: {
    draftAndPublish: true,
    attributes: {
      name,
      author: relation('manyToOne', AUTHOR, { inversedBy: 'articles' }),
      editor: relation('oneToOne', AUTHOR, { inversedBy: 'edited' }),
      topics: relation('manyToMany', TOPIC, { inversedBy: 'articles' }),
      mentions: relation('manyToMany', TOPIC),
      keyTopic: relation('manyToOne', TOPIC),
      sequel: relation('oneToOne', ARTICLE),
      origin: relation('manyToOne', COUNTRY, { useJoinTable: false, inversedBy: 'originals' }),
      subject: relation('morphToOne', ''),
      links: relation('morphToMany', ''),
      reviews: relation('morphMany', REVIEW, { morphBy: 'about' }),
      seo: { type: 'component', component: 'laboratory.seo' },
      sections: { type: 'component', component: 'laboratory.section', repeatable: true },
      zone: { type: 'dynamiczone', components: ['laboratory.quote', 'laboratory.gallery'] },
      cover: { type: 'media', multiple: false },
      pictures: { type: 'media', multiple: true },
    },
  },
  author: {
    draftAndPublish: false,
    attributes: {
      name,
      articles: relation('oneToMany', ARTICLE, { mappedBy: 'author' }),
      edited: relation('oneToOne', ARTICLE, { mappedBy: 'editor' }),
      country: relation('manyToOne', COUNTRY, { inversedBy: 'authors' }),
    },
  },
  topic: {
    draftAndPublish: true,
    attributes: { name, articles: relation('manyToMany', ARTICLE, { mappedBy: 'topics' }) },
  },
  country: {
    draftAndPublish: false,
    attributes: {
      name,
      authors: relation('oneToMany', AUTHOR, { mappedBy: 'country' }),
      originals: relation('oneToMany', ARTICLE, { mappedBy: 'origin' }),
    },
  },
  review: { draftAndPublish: false, attributes: { name, about: relation('morphToMany', '') } },
};

const components: Record<string, Attributes> = {
  seo: { name, reviewer: relation('oneToOne', AUTHOR), image: { type: 'media', multiple: false } },
  section: { name, topic: relation('manyToOne', TOPIC), note: { type: 'component', component: 'laboratory.note' } },
  note: { name, author: relation('oneToOne', AUTHOR) },
  quote: { name, speaker: relation('oneToOne', AUTHOR) },
  gallery: { name, images: { type: 'media', multiple: true } },
};

/** Adds the laboratory's content types to an application that is not loaded yet; its tables are made at the boot. */
export function addLaboratory(strapi: PlaygroundApp['strapi']): void {
  const schemas = Object.entries(contentTypes).map(([singularName, { draftAndPublish, attributes }]) => {
    const info = { singularName, pluralName: `${singularName}-entries`, displayName: singularName };
    const schema = {
      kind: 'collectionType',
      collectionName: `laboratory_${singularName}`,
      info,
      options: { draftAndPublish },
      // A polymorphic relation has no target.
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([key, { target, ...rest }]) => [key, target ? { target, ...rest } : rest]),
      ),
    };
    return [singularName, { schema, actions: {}, lifecycles: {} }] as const;
  });
  strapi
    .get<{ add: (namespace: string, types: object) => void }>('content-types')
    .add('api::laboratory', Object.fromEntries(schemas));
  const container = strapi.get<{ set: (uid: string, component: object) => void }>('components');
  for (const [key, attributes] of Object.entries(components)) {
    const uid = `laboratory.${key}`;
    const schema = {
      collectionName: `components_laboratory_${key}`,
      info: { displayName: key },
      options: {},
      attributes,
    };
    const identity = {
      uid,
      category: 'laboratory',
      modelType: 'component',
      modelName: key,
      globalId: `Laboratory${key}`,
    };
    container.set(uid, { ...schema, ...identity, __schema__: structuredClone(schema) });
  }
}
