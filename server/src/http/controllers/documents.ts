import type { Core } from '@strapi/types';

import { pluginOf } from '../../plugin';
import { answering, param } from '../answer';

export const documents = ({ strapi }: { strapi: Core.Strapi }) => ({
  compare: answering((request) => pluginOf(strapi).sync.compare(param(request, 'uid'), param(request, 'documentId'))),
});
