import { createIdleQueue } from './idle-queue';

/** A process of the simulated world: what it waits for comes to it only while it lives, and later while it is stalled. */
export interface SimulatedProcess {
  readonly name: string;
  isDead: boolean;
  /** On the world's time: until then nothing reaches it. */
  stalledUntil: number;
  /** Milliseconds that its wall clock is ahead of the world's time. */
  wallOffset: number;
  /** Requests of users that it is at work on. */
  busyWith: number;
}

interface Event {
  at: number;
  order: number;
  process: SimulatedProcess | null;
  happen: () => void;
  isCanceled: boolean;
}

/**
 * Owns the time of the simulated world. Every wait in it, for an answer or for a moment, is an event here; one event is
 * taken at a time and everything it sets off is done before the next, so the order of all is that of their moments.
 */
export interface Scheduler {
  /** Milliseconds since the world began. */
  now(): number;
  /** Whose event is being worked on; `null` for the world's own. */
  current(): SimulatedProcess | null;
  after(process: SimulatedProcess | null, milliseconds: number, happen: () => void): () => void;
  sleep(process: SimulatedProcess | null, milliseconds: number): Promise<void>;
  /** Lets time pass until a condition holds. Answers whether it came to hold within so many milliseconds. */
  runUntil(condition: () => boolean, limit: number): Promise<boolean>;
}

/** Comes back when all that was set off has been done and only waits are left. */
const everythingDone = createIdleQueue();

export function createScheduler(): Scheduler {
  let now = 0;
  let order = 0;
  let current: SimulatedProcess | null = null;
  /** By their moments, the next one last. */
  const events: Event[] = [];

  const isBefore = (one: Event, other: Event) => one.at < other.at || (one.at === other.at && one.order < other.order);

  const insert = (event: Event) => {
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(event, events[middle]!)) low = middle + 1;
      else high = middle;
    }
    events.splice(low, 0, event);
  };

  const after: Scheduler['after'] = (process, milliseconds, happen) => {
    const event: Event = { at: now + Math.max(0, milliseconds), order: order++, process, happen, isCanceled: false };
    insert(event);
    return () => {
      event.isCanceled = true;
    };
  };

  const take = async (event: Event) => {
    now = Math.max(now, event.at);
    const { process } = event;
    if (event.isCanceled || process?.isDead) return;
    if (process && process.stalledUntil > now) {
      event.at = process.stalledUntil;
      insert(event);
      return;
    }
    current = process;
    event.happen();
    await everythingDone();
    current = null;
  };

  return {
    now: () => now,
    current: () => current,
    after,
    sleep: (process, milliseconds) => new Promise((resolve) => void after(process, milliseconds, resolve)),
    async runUntil(condition, limit) {
      const end = now + limit;
      await everythingDone();
      while (!condition()) {
        const event = events.pop();
        if (!event) throw new Error('the simulated world has come to a standstill');
        if (event.at > end) {
          insert(event);
          return false;
        }
        await take(event);
      }
      return true;
    },
  };
}
