/** Asks before it purges anything at all. */
export default {
  update: { purgeGuard: 0 },
  collections: { 'api::housing.housing': { enabled: true, indexName: 'housings', entriesQuery: { populate: {} } } },
};
