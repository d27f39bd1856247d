/** Articles with all they embed, a collection that looks at them from the other side, and two that filter by others. */
export default {
  collections: {
    'api::laboratory.article': {
      enabled: true,
      indexName: 'articles',
      entriesQuery: {
        populate: {
          author: { populate: { country: true } },
          editor: true,
          topics: true,
          mentions: true,
          keyTopic: true,
          sequel: { populate: ['author'] },
          origin: true,
          subject: true,
          links: true,
          reviews: true,
          seo: { populate: { reviewer: { populate: ['country'] }, image: true } },
          sections: { populate: { topic: true, note: { populate: ['author'] } } },
          zone: {
            on: {
              'laboratory.quote': { populate: { speaker: true } },
              'laboratory.gallery': { populate: { images: true } },
            },
          },
          cover: true,
          pictures: true,
        },
      },
    },
    'api::laboratory.author': {
      enabled: true,
      indexName: 'authors',
      entriesQuery: { populate: ['articles', 'edited'] },
    },
    'api::laboratory.country': {
      enabled: true,
      indexName: 'countries',
      entriesQuery: { filters: { authors: { articles: { name: 'Manifesto' } } }, populate: [] },
    },
    'api::housing.housing': {
      enabled: true,
      indexName: 'housings',
      entriesQuery: { filters: { city: { region: 'Brittany' } }, populate: [] },
    },
  },
};
