/**
 * Housing ads in pages of two, so that a few are many pages.
 * @param pass - what each ad has to wait for before it is transformed
 */
export const pagesOfTwo = (pass: (title: string) => Promise<void>) => ({
  timeout: 2000,
  collections: {
    'api::housing.housing': {
      enabled: true,
      indexName: 'housings',
      entriesQuery: { limit: 2 },
      transformEntry: async ({ entry }: { entry: { title: string } }) => {
        await pass(entry.title);
        return entry;
      },
    },
  },
});
