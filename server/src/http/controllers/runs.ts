import type { Core } from '@strapi/types';
import { z } from 'zod';

import { RUN_KINDS, RUN_STATUSES, type RunWithItems, VERDICTS } from '../../contract';
import { pluginOf } from '../../plugin';
import { type RunRecord, toRun } from '../../runs/run-record';
import { NotFound } from '../../sync/errors';
import { answering, answeringRaw, oneOf, param, parse, type Request, triggerOf } from '../answer';
import { paginationOf, pagingSchema } from '../paging';

const querySchema = z.strictObject({
  uid: z.string().optional(),
  kind: oneOf(RUN_KINDS).optional(),
  status: oneOf(RUN_STATUSES).optional(),
  ...pagingSchema,
});

const itemsSchema = z.strictObject({
  verdict: oneOf(VERDICTS).optional(),
  ...pagingSchema,
});

/** Items that come with their run. */
const FIRST_ITEMS = 100;

const idSchema = z.coerce
  .number({ error: 'the number of a run' })
  .int('the number of a run')
  .positive('the number of a run');

export const runs = ({ strapi }: { strapi: Core.Strapi }) => {
  const plugin = () => pluginOf(strapi);
  const idOf = (request: Request): number => parse(z.object({ id: idSchema }), { id: param(request, 'id') }).id;

  const findRun = async (request: Request): Promise<RunRecord> => {
    const id = idOf(request);
    const run = await plugin().ledger.find(id);
    if (!run) throw new NotFound(`there is no run ${id}`);
    return run;
  };

  return {
    find: answeringRaw(async (request) => {
      const { uid, kind, status, ...paging } = parse(querySchema, request.query);
      const { runs, total } = await plugin().ledger.list({
        ...paging,
        ...(uid === undefined ? {} : { uid }),
        ...(kind === undefined ? {} : { kind }),
        ...(status === undefined ? {} : { status }),
      });
      return { data: runs.map(toRun), meta: { pagination: paginationOf(paging, total) } };
    }),

    findOne: answering(async (request): Promise<RunWithItems> => {
      const run = await findRun(request);
      // Updates rewrite everything and list nothing; checks and repairs have items.
      const { items } = await plugin().items.list({ runId: run.id, page: 1, pageSize: FIRST_ITEMS });
      return { ...toRun(run), items };
    }),

    findItems: answeringRaw(async (request) => {
      const { verdict, ...paging } = parse(itemsSchema, request.query);
      const { id: runId } = await findRun(request);
      const { items, total } = await plugin().items.list({
        ...{ runId, ...paging },
        ...(verdict === undefined ? {} : { verdict }),
      });
      return { data: items, meta: { pagination: paginationOf(paging, total) } };
    }),

    cancel: answering((request) => plugin().sync.cancel(idOf(request)), 202),

    repair: answering((request) => plugin().sync.repair(idOf(request), { trigger: triggerOf(request) }), 202),

    confirmPurge: answering((request) => plugin().sync.confirmPurge(idOf(request)), 202),
  };
};
