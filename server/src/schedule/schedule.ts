import type { Core } from '@strapi/types';

import type { Clock } from '../writer/clock';
import { createWake, type Wake } from '../writer/wake';
import { pauseOf, slotOf } from './slot';
import type { Ticks } from './ticks';

/** Something to be done by itself now and then, by one instance of the whole cluster. */
export interface Job {
  name: string;
  /** A cron rule, by the clock and the time zone of the host. */
  rule: string;
  work(slot: number, isStopping: () => boolean): Promise<void>;
}

/** Does its jobs when they are due, through Strapi's cron, which runs on every instance. */
export interface Schedule {
  start(): void;
  /** Ends pauses at once, and jobs at the next occasion. */
  stop(): Promise<void>;
}

/**
 * @param now - milliseconds since the epoch
 * @param random - from 0 to 1
 */
export function createSchedule(
  strapi: Core.Strapi,
  deps: {
    jobs: readonly Job[];
    ticks: Ticks;
    clock: Pick<Clock, 'after'>;
    now: () => number;
    random: () => number;
    log: { error(message: string): void };
  },
): Schedule {
  const { jobs, ticks, clock, now, random, log } = deps;
  const pauses = new Set<Wake>();
  const atWork = new Set<Promise<void>>();
  let isStopped = false;
  const isStopping = () => isStopped;

  const pause = async (milliseconds: number) => {
    const wake = createWake(clock);
    pauses.add(wake);
    await wake.endure(milliseconds);
    pauses.delete(wake);
  };

  const perform = async ({ name, rule, work }: Job, slot: number): Promise<void> => {
    try {
      if (!(await ticks.claim(name, slot)) || isStopping()) return;
      await pause(pauseOf(rule, slot, random()));
      if (!isStopping()) await work(slot, isStopping);
    } catch (error) {
      log.error(`meilisearch: the scheduled ${name} has failed: ${String(error)}`);
    }
  };

  /** @param dueAt - as the cron has it: when it should have fired, however late that is */
  const fire = async (job: Job, dueAt: unknown): Promise<void> => {
    if (isStopping()) return;
    const performing = perform(job, slotOf(dueAt instanceof Date ? dueAt : new Date(now())));
    atWork.add(performing);
    await performing;
    atWork.delete(performing);
  };

  return {
    start() {
      for (const job of jobs) {
        const task = (_: unknown, dueAt: unknown) => fire(job, dueAt);
        strapi.cron.add({ [cronName(job)]: { task, options: { rule: job.rule } } });
      }
    },

    async stop() {
      isStopped = true;
      for (const job of jobs) strapi.cron.remove(cronName(job));
      for (const wake of pauses) wake.byCommand();
      await Promise.all(atWork);
    },
  };
}

/** The name that Strapi's cron knows a job by. */
function cronName({ name }: Job): string {
  return `meilisearch ${name}`;
}
