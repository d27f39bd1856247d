import type { Core } from '@strapi/strapi';

import { addContentTypes } from '../../tests/support/content-types';

const FOLDER = 'bench';
const names = Array.from({ length: 48 }, (_, number) => `type-${number + 1}`);

/** Adds so many content types to a site that is not loaded yet that, with offers and housing ads, it has fifty. */
export function addManyCollections(strapi: Core.Strapi): void {
  const contentType = { options: { draftAndPublish: true }, attributes: { title: { type: 'string' } } };
  addContentTypes(strapi, FOLDER, Object.fromEntries(names.map((name) => [name, contentType])));
}

/** Their uids. */
export const manyUids = names.map((name) => `api::${FOLDER}.${name}`);

/** The plugin's options for them. */
export const manyCollections = Object.fromEntries(
  names.map((name) => [`api::${FOLDER}.${name}`, { enabled: false, indexName: name, entriesQuery: { locale: '*' } }]),
);
