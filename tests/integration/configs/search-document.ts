interface Housing {
  title: string;
  rent: number;
  owner?: { company?: { offers: { title: string }[] } };
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
      entriesQuery: { populate: { owner: { populate: { company: { populate: { offers: true } } } } } },
      transformEntry: ({ entry: { title, rent, owner } }: { entry: Housing }) => ({
        title,
        rent,
        offers: owner?.company?.offers.map((offer) => (offer.title += '!')),
        _meilisearch_id: 'mine',
        _strapi: { uid: 'mine', syncedAt: 0, version: 'mine' },
      }),
    },
  },
};
