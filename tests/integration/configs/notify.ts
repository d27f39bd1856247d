/** Tells soon and often, so that a test need not wait for long. */
export default {
  timeout: 1000,
  check: { schedule: false, fullSchedule: false },
  notify: {
    email: ['ops@example.org', 'search@example.org'],
    // Known only when the application boots.
    get webhook() {
      return process.env.TEST_WEBHOOK;
    },
    unreachableAfter: '1s',
    perHour: 3600,
  },
  collections: {
    'api::housing.housing': { enabled: true, indexName: 'housings' },
    'api::city.city': { enabled: true, indexName: 'cities', entriesQuery: { populate: {} } },
  },
};
