import type { Core } from '@strapi/types';

import { createSchedule, type Job } from '../../../../server/src/schedule/schedule';
import { slotOf } from '../../../../server/src/schedule/slot';
import type { Ticks } from '../../../../server/src/schedule/ticks';
import { type VirtualClock, virtualClock } from '../fixtures/clock';

const DUE = new Date(2026, 10, 22, 3, 0);

interface Task {
  task: (context: unknown, dueAt?: unknown) => Promise<unknown>;
  options: { rule: string };
}

/** What instances share, and what each of them does. */
function cluster() {
  const claimed = new Set<string>();
  const ticks: Ticks = {
    claim: async (job, slot) => {
      const key = `${job} ${slot}`;
      return claimed.has(key) ? false : Boolean(claimed.add(key));
    },
  };
  return {
    instance(work: Job['work'], deps: Partial<Parameters<typeof createSchedule>[1]> = {}) {
      const tasks = new Map<string, Task>();
      const errors: string[] = [];
      const clock = virtualClock();
      const cron = {
        add: (added: Record<string, Task>) => Object.entries(added).forEach(([name, task]) => tasks.set(name, task)),
        remove: (name: string) => tasks.delete(name),
      };
      // Strapi has hundreds of members; a schedule needs its cron.
      const schedule = createSchedule({ cron } as unknown as Core.Strapi, {
        jobs: [{ name: 'check', rule: '0 3 * * *', work }],
        ticks,
        clock,
        now: () => DUE.getTime(),
        random: () => 0,
        log: { error: (message) => errors.push(message) },
        ...deps,
      });
      const fire = (dueAt?: unknown) => tasks.get('meilisearch check')!.task({}, dueAt);
      return { schedule, tasks, errors, clock, fire };
    },
  };
}

/** A job that notes the slots it was done for. */
function noting() {
  const done: number[] = [];
  return { done, work: async (slot: number) => void done.push(slot) };
}

describe('a schedule', () => {
  it('asks the cron for each job by its rule, from its start to its stop', async () => {
    const { schedule, tasks } = cluster().instance(async () => undefined);
    expect([...tasks]).toEqual([]);
    schedule.start();
    expect([...tasks].map(([name, { options }]) => [name, options])).toEqual([
      ['meilisearch check', { rule: '0 3 * * *' }],
    ]);
    await schedule.stop();
    expect([...tasks]).toEqual([]);
  });

  it('does a job once where the crons of several instances fire', async () => {
    const { instance } = cluster();
    const { done, work } = noting();
    const instances = [instance(work), instance(work), instance(work)];
    for (const { schedule } of instances) schedule.start();
    await Promise.all(instances.map(({ fire, clock }) => Promise.all([fire(DUE), tickOver(clock)])));
    expect(done).toEqual([slotOf(DUE)]);
  });

  it('does it for the minute in which it was due, however late the cron fires, and by the clock where that is not told', async () => {
    const { done, work } = noting();
    const { schedule, fire, clock } = cluster().instance(work);
    schedule.start();
    const yesterday = new Date(DUE.getTime() - 86_400_000);
    await Promise.all([fire(yesterday), tickOver(clock)]);
    await Promise.all([fire(), tickOver(clock)]);
    expect(done).toEqual([slotOf(yesterday), slotOf(DUE)]);
  });

  it('waits a moment that is drawn by lot before it begins', async () => {
    const { done, work } = noting();
    const { schedule, fire, clock } = cluster().instance(work, { random: () => 0.5 });
    const pausing = untilPausing(clock);
    schedule.start();
    const firing = fire(DUE);
    await pausing;
    clock.advance(29_999);
    expect(done).toEqual([]);
    clock.advance(1);
    await firing;
    expect(done).toHaveLength(1);
  });

  it('is stopped in the middle of such a moment at once, and leaves the job alone', async () => {
    const { done, work } = noting();
    const { schedule, fire, clock } = cluster().instance(work, { random: () => 1 });
    const pausing = untilPausing(clock);
    schedule.start();
    const firing = fire(DUE);
    await pausing;
    await schedule.stop();
    await firing;
    expect(done).toEqual([]);
  });

  it('is stopped at once where it has just claimed a job, and leaves that alone', async () => {
    const { done, work } = noting();
    const { schedule, fire } = cluster().instance(work, { random: () => 1 });
    schedule.start();
    const firing = fire(DUE);
    await schedule.stop();
    await firing;
    expect(done).toEqual([]);
  });

  it('is stopped once a job that is being done has ended, which is told of it', async () => {
    let end: () => void = () => undefined;
    const told: boolean[] = [];
    const { schedule, fire, clock } = cluster().instance(async (_slot, isStopping) => {
      await new Promise<void>((resolve) => (end = resolve));
      told.push(isStopping());
    });
    schedule.start();
    void fire(DUE);
    await tickOver(clock);
    const stopping = schedule.stop();
    end();
    await stopping;
    expect(told).toEqual([true]);
  });

  it('logs a job that fails, and does the next', async () => {
    let times = 0;
    const { schedule, fire, errors, clock } = cluster().instance(async () => {
      times += 1;
      throw new Error('no such table');
    });
    schedule.start();
    await Promise.all([fire(DUE), tickOver(clock)]);
    await Promise.all([fire(new Date(DUE.getTime() + 86_400_000)), tickOver(clock)]);
    expect(times).toBe(2);
    expect(errors).toEqual(Array(2).fill('meilisearch: the scheduled check has failed: Error: no such table'));
  });

  it('does nothing where its tick cannot be claimed', async () => {
    const { done, work } = noting();
    const ticks = { claim: () => Promise.reject(new Error('the database is away')) };
    const { schedule, fire, errors } = cluster().instance(work, { ticks });
    schedule.start();
    await fire(DUE);
    expect(done).toEqual([]);
    expect(errors).toHaveLength(1);
  });
});

/** Resolves once somebody waits for a time of this clock. */
function untilPausing(clock: VirtualClock): Promise<void> {
  const { after } = clock;
  return new Promise((resolve) => {
    clock.after = (...args) => {
      resolve();
      return after(...args);
    };
  });
}

/** Lets pauses of no length end. */
async function tickOver(clock: VirtualClock): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    await Promise.resolve();
    clock.advance(0);
  }
}
