import { addComponents, addContentTypes, relation, type ContentType } from './content-types';
import type { PlaygroundApp } from './strapi-app';

const name = { type: 'string' };

const AUTHOR = 'api::laboratory.author';
const TOPIC = 'api::laboratory.topic';
const COUNTRY = 'api::laboratory.country';
const ARTICLE = 'api::laboratory.article';
const REVIEW = 'api::laboratory.review';

/** Every kind of relation that Strapi has, around one article. */
const contentTypes: Record<string, ContentType> = {
  article: {
    options: { draftAndPublish: true },
    attributes: {
      name,
      author: relation('manyToOne', AUTHOR, { inversedBy: 'articles' }),
      editor: relation('oneToOne', AUTHOR, { inversedBy: 'edited' }),
      topics: relation('manyToMany', TOPIC, { inversedBy: 'articles' }),
      mentions: relation('manyToMany', TOPIC),
      keyTopic: relation('manyToOne', TOPIC),
      sequel: relation('oneToOne', ARTICLE),
      origin: relation('manyToOne', COUNTRY, { useJoinTable: false, inversedBy: 'originals' }),
      subject: relation('morphToOne'),
      links: relation('morphToMany'),
      reviews: relation('morphMany', REVIEW, { morphBy: 'about' }),
      seo: { type: 'component', component: 'laboratory.seo' },
      sections: { type: 'component', component: 'laboratory.section', repeatable: true },
      zone: { type: 'dynamiczone', components: ['laboratory.quote', 'laboratory.gallery'] },
      cover: { type: 'media', multiple: false },
      pictures: { type: 'media', multiple: true },
    },
  },
  author: {
    options: { draftAndPublish: false },
    attributes: {
      name,
      articles: relation('oneToMany', ARTICLE, { mappedBy: 'author' }),
      edited: relation('oneToOne', ARTICLE, { mappedBy: 'editor' }),
      country: relation('manyToOne', COUNTRY, { inversedBy: 'authors' }),
    },
  },
  topic: {
    options: { draftAndPublish: true },
    attributes: { name, articles: relation('manyToMany', ARTICLE, { mappedBy: 'topics' }) },
  },
  country: {
    options: { draftAndPublish: false },
    attributes: {
      name,
      authors: relation('oneToMany', AUTHOR, { mappedBy: 'country' }),
      originals: relation('oneToMany', ARTICLE, { mappedBy: 'origin' }),
    },
  },
  review: { options: { draftAndPublish: false }, attributes: { name, about: relation('morphToMany') } },
};

const components = {
  seo: { name, reviewer: relation('oneToOne', AUTHOR), image: { type: 'media', multiple: false } },
  section: { name, topic: relation('manyToOne', TOPIC), note: { type: 'component', component: 'laboratory.note' } },
  note: { name, author: relation('oneToOne', AUTHOR) },
  quote: { name, speaker: relation('oneToOne', AUTHOR) },
  gallery: { name, images: { type: 'media', multiple: true } },
};

/** Adds the laboratory's content types to an application that is not loaded yet; its tables are made at the boot. */
export function addLaboratory(strapi: PlaygroundApp['strapi']): void {
  addContentTypes(strapi, 'laboratory', contentTypes);
  addComponents(strapi, 'laboratory', components);
}
