/** Cities and companies in one index, owners in two. */
export default {
  indexPrefix: 'site_',
  collections: {
    'api::city.city': {
      indexName: 'places',
      entriesQuery: { populate: {} },
      settings: { filterableAttributes: ['region'] },
    },
    'api::company.company': {
      indexName: 'places',
      entriesQuery: { populate: {} },
      settings: { filterableAttributes: ['sector'] },
    },
    'api::owner.owner': { indexName: ['owners', 'people'], entriesQuery: { populate: {} } },
  },
};
