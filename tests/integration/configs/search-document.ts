interface Housing {
  title: string;
  rent: number;
}

/** As the plugin makes it by itself, and as a site's own function wants it. */
export default {
  collections: {
    'api::offer.offer': { enabled: true, indexName: 'offers', entriesQuery: { locale: '*' } },
    'api::company.company': {
      enabled: true,
      indexName: 'companies',
      entriesQuery: { fields: ['name'], populate: { headquarters: { fields: ['name'] } } },
    },
    'api::housing.housing': {
      enabled: true,
      indexName: 'housings',
      transformEntry: ({ entry: { title, rent } }: { entry: Housing }) => ({
        title,
        rent,
        _meilisearch_id: 'mine',
        _strapi: { uid: 'mine', syncedAt: 0, version: 'mine' },
      }),
    },
  },
};
