import { createGate } from '../../support/gate';

/** Where an update waits for the test: before it has read the ads of these titles. */
export const reading = { gate: createGate(), waitsAt: new Set<unknown>() };

/** Pages of two ads, so that a few are many pages. */
export default {
  timeout: 2000,
  collections: {
    'api::housing.housing': {
      enabled: true,
      indexName: 'housings',
      entriesQuery: { limit: 2 },
      transformEntry: async ({ entry }: { entry: { title: string } }) => {
        if (reading.waitsAt.has(entry.title)) await reading.gate.pass();
        return entry;
      },
    },
  },
};
