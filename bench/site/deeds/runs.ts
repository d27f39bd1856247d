import type { Core } from '@strapi/strapi';

import type { Run } from '../../../server/src/contract';
import type { Sync } from '../../../server/src/sync/sync';
import { timed } from './timed';

/** What the plugin does when it is told to. Each resolves to its milliseconds once it is over. */
export function runDeeds(strapi: Core.Strapi) {
  const sync = () => strapi.plugin('meilisearch').service('sync') as unknown as Sync;

  const untilSucceeded = async ({ id }: Run): Promise<void> => {
    const { status, error } = await sync().waitForRun(id);
    if (status !== 'succeeded') throw new Error(`the run ended as ${status}: ${error ?? ''}`);
  };

  const inTime = (begin: () => Promise<Run>) => timed(async () => untilSucceeded(await begin()));

  return {
    firstUpdate: ({ uid }: { uid: string }) => inTime(() => sync().enable(uid)),
    firstUpdates: ({ uids }: { uids: readonly string[] }) =>
      timed(async () => {
        const runs = await Promise.all(uids.map((uid) => sync().enable(uid)));
        for (const run of runs) await untilSucceeded(run);
      }),
    update: ({ uid }: { uid: string }) => inTime(() => sync().update(uid)),
    check: ({ uid, depth }: { uid: string; depth: 'quick' | 'full' }) =>
      inTime(async () => {
        const run = await sync().check(uid, { depth });
        return run;
      }),
    settle: (_: object) => timed(() => sync().settle({ timeoutMs: 600_000 })),
  };
}
