import type { Core } from '@strapi/types';
import { z } from 'zod';

import { pluginOf } from '../../plugin';
import { answering, answeringRaw, parse } from '../answer';
import { paginationOf, pagingSchema } from '../paging';

const querySchema = z.strictObject({ uid: z.string().optional(), ...pagingSchema });

const retrySchema = z.strictObject({
  ids: z
    .array(z.int({ error: 'numbers of failures' }), { error: 'an array of numbers of failures' })
    .max(1000)
    .optional(),
});

export const failures = ({ strapi }: { strapi: Core.Strapi }) => ({
  find: answeringRaw(async (request) => {
    const { uid, ...paging } = parse(querySchema, request.query);
    const { failures, total } = await pluginOf(strapi).failures.list({
      ...paging,
      ...(uid === undefined ? {} : { uid }),
    });
    return { data: failures, meta: { pagination: paginationOf(paging, total) } };
  }),

  retry: answering(async (request) => {
    const { ids } = parse(retrySchema, request.request.body);
    const { failures, lanes } = pluginOf(strapi);
    const retried = await failures.retryNow(ids);
    lanes.wakeByCommand();
    return { retried };
  }, 202),
});
