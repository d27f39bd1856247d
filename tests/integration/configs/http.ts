/** Owners that cannot be transformed while this names them. */
export const untransformable = new Set<string>();

/** No key that the engine knows. */
export const WRONG_KEY = 'a-key-that-no-engine-knows';

export default {
  collections: {
    'api::city.city': { enabled: true, indexName: 'cities', entriesQuery: { populate: {} } },
    'api::owner.owner': {
      enabled: true,
      indexName: 'owners',
      entriesQuery: { populate: {} },
      transformEntry: ({ entry }: { entry: { name: string } }) => {
        if (untransformable.has(entry.name)) throw new Error(`no words for ${entry.name}`);
        return entry;
      },
    },
    'api::company.company': {
      indexName: 'companies',
      // Known only when the application boots.
      get host() {
        return process.env.MEILISEARCH_HOST;
      },
      apiKey: WRONG_KEY,
    },
    'api::skill.skill': { indexName: 'skills', apiKey: WRONG_KEY },
  },
};
