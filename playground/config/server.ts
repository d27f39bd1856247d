import type { Core } from '@strapi/strapi';

import { secret } from '../environment/secrets';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  app: { keys: secret('APP_KEYS').split(',') },
  logger: { updates: { enabled: false } },
});

export default config;
