/** As for strapi-plugin-meilisearch 0.16, with host and key typed into its tab; `enabled` alone is a word of ours. */
export default {
  host: undefined,
  apiKey: undefined,
  company: { indexName: 'companies', entriesQuery: { populate: {} } },
  city: { indexName: 'cities', entriesQuery: { populate: {} } },
  skill: { enabled: false, indexName: 'skills', entriesQuery: { populate: {} } },
};
