/** A key that no message may show. */
export const SECRET_KEY = 'a-secret-that-nobody-shall-read';

/** Wrong in as many ways as possible, and right in a few. */
export default {
  timeout: 'soon',
  indexPrefix: 'my site',
  batchBytes: 3,
  update: { purgeGuard: 2, purgeGard: 0.5 },
  check: { schedule: 'daily', repair: false },
  notify: { email: ['ops', 'search@example.org'], webhook: 'somewhere' },
  ledger: { keep: 90 },
  colections: {},
  visitor: { indexName: 'visitors' },
  // As for strapi-plugin-meilisearch: by modelName.
  owner: { indexName: 'owners', entriesQuery: { limit: 0 } },
  company: { enabled: true, indexName: 'companies', entriesQuery: { populate: {} } },
  collections: {
    'api::ghost.ghost': { enabled: true },
    'api::city.city': {
      enabled: true,
      indexName: 'the cities',
      entriesQuery: { status: 'finished', locale: [], sorted: 'name' },
      transformEntry: 'upper case',
      noSanitizePrivateFields: 'phone',
      host: 'ftp://nowhere',
      apiKey: { secret: SECRET_KEY },
      enabeld: true,
    },
    // Strapi would pass over these in silence.
    'api::housing.housing': {
      entriesQuery: {
        fields: ['title', 'titel'],
        filters: { $and: [{ altitude: { $gt: 5 } }, { rent: { $below: 500 } }] },
        populate: ['city', 'town.region'],
      },
      noSanitizePrivateFields: ['phone'],
    },
    'api::skill.skill': 'yes',
  },
};
