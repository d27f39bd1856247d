/** Ads, offers and users are synced; cities, companies and the rest are not. */
export default {
  collections: {
    'api::housing.housing': { enabled: true, indexName: 'housings' },
    'api::offer.offer': { enabled: true, indexName: 'offers', entriesQuery: { locale: '*' } },
    'plugin::users-permissions.user': { enabled: true, indexName: 'users' },
  },
};
