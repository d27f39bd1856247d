import type { Core } from '@strapi/strapi';

import { pluginDirectory } from '../environment/paths';
import { secret } from '../environment/secrets';
import { pluginOptions } from '../search/plugin-options';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'users-permissions': { config: { jwtSecret: secret('JWT_SECRET') } },
  graphql: {
    enabled: env.bool('PLAYGROUND_GRAPHQL', true),
    config: {
      defaultLimit: 25,
      maxLimit: 100,
      depthLimit: 10,
      // No query editor, which Apollo would load from a server of its own.
      landingPage: false,
    },
  },
  meilisearch: {
    enabled: env.bool('PLAYGROUND_MEILISEARCH', true),
    // Absolute, since Strapi would look for '..' beside its own files first.
    resolve: pluginDirectory,
    config: {
      host: env('MEILISEARCH_HOST', 'http://127.0.0.1:7700'),
      apiKey: env('MEILISEARCH_API_KEY', ''),
      ...pluginOptions(env('PLAYGROUND_PLUGIN_CONFIG')),
    },
  },
});

export default config;
