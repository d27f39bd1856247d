import { Cron } from 'croner';

const MINUTE = 60_000;

/** The longest random pause before a job begins, and its longest share of the time until it is due again. */
const LONGEST_PAUSE = 60_000;
const LONGEST_SHARE = 0.1;

/** The minute a job is due in, counted since the epoch: the same on every instance that goes by the same rule. */
export function slotOf(firedAt: Date): number {
  return Math.floor(firedAt.getTime() / MINUTE);
}

/** Whether a cron rule fires within a slot. */
export function firesIn(rule: string, slot: number): boolean {
  const next = nextRun(rule, slot * MINUTE - 1);
  return next !== null && next < (slot + 1) * MINUTE;
}

/**
 * Milliseconds to wait before a job begins that is due in a slot: sites that share a rule, and maybe an engine, shall not
 * all begin at once.
 * @param random - from 0 to 1
 */
export function pauseOf(rule: string, slot: number, random: number): number {
  const next = nextRun(rule, (slot + 1) * MINUTE - 1);
  const longest = next === null ? LONGEST_PAUSE : Math.min(LONGEST_PAUSE, LONGEST_SHARE * (next - slot * MINUTE));
  return random * longest;
}

/** When a rule fires for the first time after a moment; `null` where it never does again. */
function nextRun(rule: string, after: number): number | null {
  return new Cron(rule, { paused: true }).nextRun(new Date(after))?.getTime() ?? null;
}
