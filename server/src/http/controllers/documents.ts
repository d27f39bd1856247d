import type { Core } from '@strapi/types';

import { pluginOf } from '../../plugin';
import { answering, param, type Request } from '../answer';

export const documents = ({ strapi }: { strapi: Core.Strapi }) => {
  const sync = () => pluginOf(strapi).sync;
  const named = (request: Request) => [param(request, 'uid'), param(request, 'documentId')] as const;
  return {
    findOne: answering((request) => sync().document(...named(request))),

    compare: answering((request) => sync().compare(...named(request))),

    sync: answering((request) => sync().syncDocument(...named(request)), 202),
  };
};
