/** Housing ads of which at most two are repaired without a person. */
export default {
  collections: { 'api::housing.housing': { enabled: true, indexName: 'housings', entriesQuery: { populate: {} } } },
  check: { schedule: false, fullSchedule: false, abortAbove: 2 },
};
