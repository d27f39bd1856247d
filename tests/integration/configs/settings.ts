/** No host and no key in the file: they are kept in the database. */
export default {
  host: undefined,
  apiKey: undefined,
  collections: { 'api::city.city': { enabled: true, indexName: 'cities', entriesQuery: { populate: {} } } },
};
