import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds that every page takes. */
const PAGE_TAKES = 200;

/** Pages of two ads whose transform takes its time, so that whatever befalls an update finds it at work. */
export default {
  timeout: 2000,
  collections: {
    'api::housing.housing': {
      enabled: true,
      indexName: 'housings',
      entriesQuery: { limit: 2 },
      transformEntry: async ({ entry }: { entry: { title: string } }) => {
        await pause(PAGE_TAKES);
        return entry;
      },
    },
  },
};
