/** Offers in many small pages, so that an update of them lasts. */
export default {
  collections: {
    'api::offer.offer': {
      enabled: true,
      indexName: 'offers',
      entriesQuery: { limit: 15, locale: '*', populate: {} },
      settings: { searchableAttributes: ['title', 'description'], filterableAttributes: ['locale'] },
    },
  },
};
