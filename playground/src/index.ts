import type { Core } from '@strapi/strapi';

import { ensureFrench } from './bootstrap/locales';
import { openPublicReading } from './bootstrap/public-reading';

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await ensureFrench(strapi);
    await openPublicReading(strapi);
  },
};
