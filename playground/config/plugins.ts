import type { Core } from '@strapi/strapi';

import { pluginDirectory } from '../environment/paths';
import { secret } from '../environment/secrets';
import { pluginOptions } from '../search/plugin-options';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'users-permissions': { config: { jwtSecret: secret('JWT_SECRET') } },
  meilisearch: {
    enabled: true,
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
