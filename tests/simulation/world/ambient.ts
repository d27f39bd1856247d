import type { Random } from './random';
import type { Scheduler } from './scheduler';

/** The world's time begins here. */
export const EPOCH = Date.UTC(2026, 0, 1);

/**
 * Puts the wall clock and the randomness that programs find around them under the world's control: the clock is that of
 * the process at work. Answers how to give back the real ones.
 */
export function takeOverAmbient(scheduler: Scheduler, random: Random): () => void {
  const { now } = Date;
  const { random: realRandom } = Math;
  Date.now = () => EPOCH + Math.floor(scheduler.now()) + (scheduler.current()?.wallOffset ?? 0);
  Math.random = random.fraction;
  return () => {
    Date.now = now;
    Math.random = realRandom;
  };
}
