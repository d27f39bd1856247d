import type { Core } from '@strapi/types';
import { z } from 'zod';

import { CHECK_DEPTHS } from '../../contract';
import { pluginOf } from '../../plugin';
import { answering, oneOf, param, parse, triggerOf } from '../answer';

const boolean = z.boolean({ error: 'true or false' });

const disableSchema = z.strictObject({ removeDocuments: boolean.default(true) });

const checkSchema = z.strictObject({
  repair: boolean.default(false),
  depth: oneOf(CHECK_DEPTHS).default('full'),
});

const updateSchema = z.strictObject({
  purge: boolean.default(true),
  filters: z.record(z.string(), z.unknown(), { error: 'an object of Strapi filters' }).optional(),
  locale: z.string({ error: 'a locale' }).min(1, 'a locale').optional(),
});

export const collections = ({ strapi }: { strapi: Core.Strapi }) => {
  const sync = () => pluginOf(strapi).sync;
  return {
    find: answering(() => sync().collections()),

    enable: answering((request) => sync().enable(param(request, 'uid'), { trigger: triggerOf(request) }), 202),

    disable: answering((request) => {
      const { removeDocuments } = parse(disableSchema, request.request.body);
      return sync().disable(param(request, 'uid'), { removeDocuments, trigger: triggerOf(request) });
    }, 202),

    check: answering((request) => {
      const { repair, depth } = parse(checkSchema, request.request.body);
      return sync().check(param(request, 'uid'), { repair, depth, trigger: triggerOf(request) });
    }, 202),

    update: answering((request) => {
      const { purge, filters, locale } = parse(updateSchema, request.request.body);
      return sync().update(param(request, 'uid'), {
        purge,
        ...(filters === undefined ? {} : { filters }),
        ...(locale === undefined ? {} : { locale }),
        trigger: triggerOf(request),
      });
    }, 202),
  };
};
