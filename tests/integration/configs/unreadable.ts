/** A collection that is in order, and one whose entries nobody can read: a role has no fragments. */
export default {
  collections: {
    'api::housing.housing': { enabled: true, indexName: 'housings' },
    'plugin::users-permissions.user': {
      enabled: true,
      indexName: 'users',
      entriesQuery: { populate: { role: { on: { 'api::city.city': true } } } },
    },
  },
};
