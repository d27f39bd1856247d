/** Due every second, and so done once in each minute. */
export default {
  timeout: 1000,
  check: { schedule: '* * * * * *', fullSchedule: false, window: '1h' },
  collections: {
    'api::housing.housing': { enabled: true, indexName: 'housings' },
    'api::city.city': { enabled: true, indexName: 'cities', entriesQuery: { populate: {} } },
  },
};
