/** Users with their role. */
export default {
  collections: {
    'plugin::users-permissions.user': {
      enabled: true,
      indexName: 'users',
      entriesQuery: { populate: { role: { fields: ['name'] } } },
    },
  },
};
