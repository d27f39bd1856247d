/** Housing ads that cannot be transformed while this names their titles. */
export const untransformable = new Set<string>();

const housing = {
  enabled: true,
  indexName: 'housings',
  entriesQuery: { populate: {} },
  transformEntry: ({ entry }: { entry: { title: string } }) => {
    if (untransformable.has(entry.title)) throw new Error(`no words for ${entry.title}`);
    return entry;
  },
};

const offer = { enabled: true, indexName: 'offers', entriesQuery: { locale: '*', populate: {} } };

/** Housing ads and offers under the default guard. */
export default { collections: { 'api::housing.housing': housing, 'api::offer.offer': offer } };
