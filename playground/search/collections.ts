import { withCoordinates } from './coordinates';

/** What the playground syncs: offers and housing ads from the start, companies once somebody switches them on. */
export const collections = {
  'api::offer.offer': {
    enabled: true,
    indexName: 'offers',
    entriesQuery: {
      locale: '*',
      populate: {
        company: { fields: ['name', 'sector'] },
        city: { fields: ['name', 'region', 'country'] },
        skills: { fields: ['name'] },
        contract: { populate: { perks: true } },
        blocks: {
          on: { 'blocks.text': true, 'blocks.quote': true, 'blocks.faq': { populate: { questions: true } } },
        },
        cover: { fields: ['url', 'alternativeText', 'width', 'height'] },
      },
    },
    settings: {
      searchableAttributes: ['title', 'company.name', 'skills.name', 'city.name', 'description', 'blocks', 'reference'],
      filterableAttributes: ['locale', 'type', 'salary', 'startDate', 'company.name', 'city.name', 'skills.name'],
      sortableAttributes: ['publishedAt', 'salary', 'startDate'],
    },
  },
  'api::housing.housing': {
    enabled: true,
    indexName: 'housings',
    entriesQuery: { populate: { city: true, owner: true } },
    settings: {
      filterableAttributes: ['_geo', 'availableFrom', 'city.name', 'furnished', 'rent', 'surface', 'type'],
      sortableAttributes: ['_geo', 'availableFrom', 'rent', 'surface'],
    },
    transformEntry: withCoordinates,
  },
  'api::company.company': {
    indexName: 'companies',
    entriesQuery: { populate: { headquarters: true } },
    settings: { filterableAttributes: ['headquarters.name', 'sector'], sortableAttributes: ['name'] },
  },
};
