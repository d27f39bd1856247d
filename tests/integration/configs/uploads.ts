/** Files of the media library. */
export default {
  collections: { 'plugin::upload.file': { enabled: true, indexName: 'files' } },
};
