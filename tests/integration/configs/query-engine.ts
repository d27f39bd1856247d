/** Without draft & publish, and with it in all locales. */
export default {
  collections: {
    'api::housing.housing': { enabled: true, indexName: 'housings' },
    'api::offer.offer': { enabled: true, indexName: 'offers', entriesQuery: { locale: '*' } },
  },
};
