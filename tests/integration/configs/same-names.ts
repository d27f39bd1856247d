const populate = { author: true };

/** The articles of a journal and of a magazine, each in an index of its own and in one together. */
export default {
  collections: {
    'api::journal.article': { enabled: true, indexName: ['journal', 'articles'], entriesQuery: { populate } },
    'api::journal.author': { enabled: true, indexName: 'authors' },
    'api::magazine.article': { enabled: true, indexName: ['magazine', 'articles'] },
  },
};
