import { collections } from '../../playground/search/collections';

const { indexName, entriesQuery, settings } = collections['api::offer.offer'];

/** The demo's offers in the form of `strapi-plugin-meilisearch`, which knows a content type by its model name. */
export default { offer: { indexName, entriesQuery, settings } };
