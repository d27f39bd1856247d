import type { Core } from '@strapi/types';

import type { GlobalOptions } from '../config/options';
import { pruneRuns } from '../runs/prune';
import { queueChecks } from './check-round';
import { checkRules, planCheck } from './plan-checks';
import type { Job } from './schedule';

/** Hourly, so that a site that sleeps at night is tidied too; not at the full hour, when everybody else is busy. */
const PRUNING_RULE = '17 * * * *';

/**
 * All that the plugin does by itself at certain times.
 * @param now - milliseconds since the epoch
 */
export function createJobs(
  strapi: Core.Strapi,
  rooms: Parameters<typeof queueChecks>[0],
  options: GlobalOptions,
  now: () => number,
): Job[] {
  const checks = checkRules(options.check).map(({ name, rule }): Job => ({
    name,
    rule,
    async work(slot, isStopping) {
      const plan = planCheck(name, options.check, slot, now());
      if (plan) await queueChecks(rooms, plan, isStopping);
    },
  }));
  const pruning: Job = {
    name: 'pruning',
    rule: PRUNING_RULE,
    async work(_slot, isStopping) {
      const count = await pruneRuns(strapi, rooms.records, now() - options.ledger.keep, isStopping);
      if (count > 0) strapi.log.info(`meilisearch: ${count} runs have been kept for long enough and are forgotten`);
    },
  };
  return [...checks, pruning];
}
