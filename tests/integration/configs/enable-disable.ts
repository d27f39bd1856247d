import { createGate } from '../../support/gate';

/** Shut, it holds an update of the companies up while it reads. */
export const reading = createGate();

/** Companies wait for an admin, cities are synced by configuration. */
export default {
  collections: {
    'api::company.company': {
      indexName: 'companies',
      entriesQuery: { limit: 2, populate: { headquarters: true } },
      transformEntry: async ({ entry }: { entry: object }) => {
        await reading.pass();
        return entry;
      },
    },
    'api::city.city': { enabled: true, indexName: 'cities', entriesQuery: { populate: {} } },
  },
};
