import type { Core } from '@strapi/types';

import { pluginOf } from '../../plugin';
import { answering } from '../answer';

export const status = ({ strapi }: { strapi: Core.Strapi }) => ({
  find: answering(() => pluginOf(strapi).sync.status()),
});
