/** Less patience than the default, so that an engine that does not answer costs the test little time. */
export default {
  timeout: 1000,
  collections: {
    'api::housing.housing': { enabled: true, indexName: 'housings' },
    'api::offer.offer': { enabled: true, indexName: 'offers', entriesQuery: { locale: '*' } },
  },
};
