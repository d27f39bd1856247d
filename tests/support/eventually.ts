import { setTimeout as delay } from 'node:timers/promises';

export interface EventuallyOptions {
  /** How long the assertion may fail; 30 s by default. */
  timeoutMs?: number;
}

/**
 * Repeats an assertion until it holds, and resolves to what it returns.
 *
 * @throws what the assertion threw last, when time is up
 */
export async function eventually<T>(check: () => T | Promise<T>, options: EventuallyOptions = {}): Promise<T> {
  const deadline = Date.now() + (options.timeoutMs ?? 30_000);
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() >= deadline) throw error;
    }
    await delay(25);
  }
}
