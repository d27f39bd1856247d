/** With draft & publish, without, and a single type. */
export default {
  collections: {
    'api::offer.offer': { enabled: true, indexName: 'offers', entriesQuery: { locale: '*' } },
    'api::housing.housing': { enabled: true, indexName: 'housings' },
    'api::homepage.homepage': { enabled: true, indexName: 'homepages' },
  },
};
