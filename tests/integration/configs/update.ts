import { createGate } from '../../support/gate';

/** Shut, it holds an update of the housing ads up while it reads. */
export const reading = createGate();

/** What happens whenever a housing ad is read. */
export const onRead: { do: (() => Promise<unknown>) | null } = { do: null };

/** Housing ads in small pages, and offers in both languages. */
export default {
  collections: {
    'api::housing.housing': {
      enabled: true,
      indexName: 'housings',
      entriesQuery: { limit: 20, populate: {} },
      settings: {
        filterableAttributes: ['rent'],
        sortableAttributes: ['rent', 'surface'],
        rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness'],
      },
      transformEntry: async ({ entry }: { entry: object }) => {
        await reading.pass();
        await onRead.do?.();
        return entry;
      },
    },
    'api::offer.offer': {
      enabled: true,
      indexName: 'offers',
      entriesQuery: { limit: 50, locale: '*', populate: {} },
      settings: { searchableAttributes: ['title', 'description'] },
    },
    // The engine accepts no such ranking rule.
    'api::skill.skill': { indexName: 'skills', settings: { rankingRules: ['luck'] } },
  },
};
