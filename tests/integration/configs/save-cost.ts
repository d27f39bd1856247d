/** Two collections that embed cities; homepages are nobody's business. */
export default {
  collections: {
    'api::offer.offer': { enabled: true, indexName: 'offers', entriesQuery: { populate: ['city', 'company'] } },
    'api::housing.housing': { enabled: true, indexName: 'housings', entriesQuery: { populate: ['city'] } },
  },
};
