import type { CollectionDefinition } from '../collections/collection';
import type { EngineAddress } from '../engine/engine-address';
import type { Clock } from '../writer/clock';
import { gatheringAfter } from '../writer/gathering';
import { createTrouble, inFull, messageOf } from '../writer/trouble';
import { createWake, type Wake } from '../writer/wake';
import type { Writer } from '../writer/writer';
import { type LanePlan, planLanes } from './lane';

/** Milliseconds between looks at what an admin, here or on another instance, may have changed. */
const INTERVAL = 1000;

/** Keeps a writer running for each engine in use. */
export interface Lanes {
  start(): void;
  stop(): Promise<void>;
  /** Something was committed. Never throws. */
  wakeByCommit(): void;
  /** A person wants something done. */
  wakeByCommand(): void;
}

/** @param start - puts a lane's writer together and starts it */
export function createLanes(deps: {
  definitions: ReadonlyMap<string, CollectionDefinition>;
  currentAddress: () => Promise<EngineAddress>;
  refresh: () => Promise<void>;
  start: (plan: LanePlan, wake: Wake) => Writer;
  clock: Clock;
  log: { error(message: string): void };
}): Lanes {
  const { definitions, currentAddress, refresh, start, clock, log } = deps;
  const running = new Map<string, { address: EngineAddress; wake: Wake; writer: Writer }>();
  const looking = createWake(clock);
  let isStopping = false;
  const trouble = createTrouble();
  let supervision: Promise<void> | null = null;

  const isSame = (one: EngineAddress, other: EngineAddress) => one.host === other.host && one.apiKey === other.apiKey;

  const align = async () => {
    await refresh();
    const plans = planLanes(definitions.values(), await currentAddress());
    for (const [name, lane] of running) {
      if (plans.some((plan) => plan.name === name && isSame(plan.address, lane.address))) continue;
      running.delete(name);
      await lane.writer.stop();
    }
    for (const plan of plans) {
      if (running.has(plan.name)) continue;
      const wake = createWake(clock);
      wake.gather(gatheringAfter(0));
      running.set(plan.name, { address: plan.address, wake, writer: start(plan, wake) });
    }
  };

  const supervise = async () => {
    while (!isStopping) {
      try {
        await align();
        trouble.ends();
      } catch (error) {
        if (trouble.begins(messageOf(error))) log.error(`meilisearch: ${inFull(error)}`);
      }
      await looking.endure(INTERVAL);
    }
  };

  return {
    start() {
      supervision ??= supervise();
    },

    async stop() {
      isStopping = true;
      looking.byCommand();
      await supervision;
      await Promise.all([...running.values()].map(({ writer }) => writer.stop()));
      running.clear();
    },

    wakeByCommit() {
      for (const { wake } of running.values()) wake.byCommit();
    },

    wakeByCommand() {
      looking.byCommand();
      for (const { wake } of running.values()) wake.byCommand();
    },
  };
}
