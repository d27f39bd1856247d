/** Never asks before it purges. */
export default {
  update: { purgeGuard: 1 },
  collections: { 'api::housing.housing': { enabled: true, indexName: 'housings', entriesQuery: { populate: {} } } },
};
