/** What a playground without its admin panel has in its environment, besides where its database and its engine are. */
export const headlessEnvironment = {
  STRAPI_TELEMETRY_DISABLED: 'true',
  // Its schema takes half a second of every boot.
  PLAYGROUND_GRAPHQL: 'false',
};
