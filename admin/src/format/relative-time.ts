type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

/** A span as `Intl.RelativeTimeFormat` takes it. */
export interface RelativeSpan {
  /** Below zero for what is past. */
  value: number;
  unit: Unit;
}

const SECONDS: readonly [Unit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/**
 * How long ago something was, in the largest unit that fits.
 * @param at ISO 8601; a clock running ahead of ours counts as now
 * @param now milliseconds since the epoch
 * @returns a value of zero or below
 */
export function relativeTime(at: string, now: number): RelativeSpan {
  const { value, unit } = inLargestUnit(now - Date.parse(at));
  return { value: 0 - value, unit };
}

/**
 * How long it is until something, in the largest unit that fits.
 * @param at ISO 8601; what is due already counts as now
 * @param now milliseconds since the epoch
 */
export function timeUntil(at: string, now: number): RelativeSpan {
  return inLargestUnit(Date.parse(at) - now);
}

function inLargestUnit(milliseconds: number): RelativeSpan {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  const [unit, length] = SECONDS.find(([, atLeast]) => seconds >= atLeast) ?? ['second' as const, 1];
  return { value: Math.floor(seconds / length), unit };
}
