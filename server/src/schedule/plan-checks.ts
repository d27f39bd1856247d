import type { GlobalOptions } from '../config/options';
import type { RunOptions } from '../runs/run-record';
import { windowStart } from '../sync/window-start';
import { firesIn } from './slot';

type CheckOptions = GlobalOptions['check'];

/** The checks that begin by themselves: of what changed of late, and of everything. */
export type ScheduledCheck = 'check' | 'full check';

/** The cron rule of each scheduled check that is not turned off. */
export function checkRules({ schedule, fullSchedule }: CheckOptions): { name: ScheduledCheck; rule: string }[] {
  return [
    ...(schedule === false ? [] : [{ name: 'check' as const, rule: schedule }]),
    ...(fullSchedule === false ? [] : [{ name: 'full check' as const, rule: fullSchedule }]),
  ];
}

/**
 * What to look for when a scheduled check is due; `null` where the one of everything is due in the same minute.
 * @param now - milliseconds since the epoch
 */
export function planCheck(name: ScheduledCheck, options: CheckOptions, slot: number, now: number): RunOptions | null {
  const { window, fullSchedule, repair } = options;
  if (name === 'full check') return { depth: 'full', repair };
  if (fullSchedule !== false && firesIn(fullSchedule, slot)) return null;
  return window === 'all' ? { depth: 'full', repair } : { depth: 'quick', since: windowStart(window, now), repair };
}
