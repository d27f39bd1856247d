/** Every locale, one that is named, and the default one. */
export default {
  collections: {
    'api::offer.offer': { enabled: true, indexName: 'offers', entriesQuery: { locale: '*' } },
    'api::skill.skill': {
      enabled: true,
      indexName: 'skills',
      entriesQuery: { locale: 'fr' },
      transformEntry: ({ entry }: { entry: { name: string } }) => ({ ...entry, title: entry.name }),
    },
    'api::homepage.homepage': { enabled: true, indexName: 'homepages' },
  },
};
