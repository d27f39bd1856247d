/** What a test has put between the plugin and the engine, by the collection that goes through it. */
export const hosts = new Map<string, string>();

/** Less patience than the default, so that an engine that does not answer costs the test little time. */
export default {
  timeout: 1000,
  get collections() {
    const collection = ([uid, host]: [uid: string, host: string]) => [uid, { enabled: true, host }];
    return {
      'api::housing.housing': { enabled: true, indexName: 'housings' },
      ...Object.fromEntries([...hosts].map(collection)),
    };
  },
};
