/** Nothing from the start: what an admin switched on has to survive an import. */
export default {
  collections: {
    'api::housing.housing': { indexName: 'housings', entriesQuery: { populate: ['city'] } },
  },
};
