import { addContentTypes, relation, type ContentType } from './content-types';
import type { PlaygroundApp } from './strapi-app';

const AUTHOR = 'api::journal.author';
const name = { type: 'string' };
const options = { draftAndPublish: true };

const article: ContentType = { options, attributes: { name } };

/** Two content types in one API folder. */
const journal: Record<string, ContentType> = {
  article: { options, attributes: { name, author: relation('manyToOne', AUTHOR) } },
  author: { options: { draftAndPublish: false }, attributes: { name } },
};

/**
 * Adds a journal and a magazine to an application that is not loaded yet; their tables are made at the boot. The articles
 * of both have the same modelName.
 */
export function addNewspapers(strapi: PlaygroundApp['strapi']): void {
  addContentTypes(strapi, 'journal', journal);
  addContentTypes(strapi, 'magazine', { article });
}
