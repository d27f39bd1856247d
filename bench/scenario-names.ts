/** Every scenario by its name on the command line; those on request take a long time or need the registry. */
export const SCENARIOS = {
  saves: { about: 'creating, updating and publishing, with the plugin and without', onRequest: false },
  searchable: { about: 'from a save to its document in the index', onRequest: false },
  'searchable-during-update': { about: 'the same while a first update runs', onRequest: false },
  burst: { about: '10,000 saves by 8 clients', onRequest: false },
  updates: { about: 'first update, nothing changed, 1 % different', onRequest: false },
  checks: { about: 'quick and full check of what is equal', onRequest: false },
  search: { about: 'search latency during an update', onRequest: false },
  memory: { about: 'what an update adds to the memory of Strapi', onRequest: false },
  statements: { about: 'SQL statements of saves, reads and pages', onRequest: false },
  'collections-page': { about: 'the tab with 50 synced content types', onRequest: false },
  scale: { about: 'memory and time per document at --entries against a tenth of it', onRequest: true },
  incumbent: { about: 'strapi-plugin-meilisearch 0.16.5 in a copy of the playground', onRequest: true },
} as const;

export type ScenarioName = keyof typeof SCENARIOS;
