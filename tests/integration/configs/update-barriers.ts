/** Offers in small pages, so that an update has steps to be met at. */
export default {
  timeout: 5000,
  collections: {
    'api::offer.offer': { enabled: true, indexName: 'offers', entriesQuery: { limit: 2, locale: '*', populate: {} } },
  },
  check: { schedule: false, fullSchedule: false },
};
