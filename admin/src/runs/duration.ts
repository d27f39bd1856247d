import type { Run } from '../../../server/src/contract';
import { type Message } from '../translations/translator';

/**
 * How long a run took, or has taken so far.
 * @param now milliseconds since the epoch; a clock behind the server's counts as its
 * @returns seconds; `null` before it began
 */
export function runSeconds({ startedAt, finishedAt }: Run, now: number): number | null {
  if (startedAt === null) return null;
  const end = finishedAt === null ? now : Date.parse(finishedAt);
  return Math.max(0, end - Date.parse(startedAt)) / 1_000;
}

/** A span of time in units that fit. */
export function describeDuration(seconds: number): Message {
  if (seconds < 1) return { key: 'duration.moment' };
  if (seconds < 59.5) return { key: 'duration.seconds', values: { seconds: Math.round(seconds) } };
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return { key: 'duration.minutes', values: { minutes, seconds: whole % 60 } };
  return { key: 'duration.hours', values: { hours: Math.floor(minutes / 60), minutes: minutes % 60 } };
}
