type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

const SECONDS: readonly [Unit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/**
 * How long ago something was, in the largest unit that fits, as `Intl.RelativeTimeFormat` takes it.
 * @param at ISO 8601; a clock running ahead of ours counts as now
 * @param now milliseconds since the epoch
 * @returns a value of zero or below
 */
export function relativeTime(at: string, now: number): { value: number; unit: Unit } {
  const seconds = Math.max(0, Math.floor((now - Date.parse(at)) / 1_000));
  const [unit, length] = SECONDS.find(([, atLeast]) => seconds >= atLeast) ?? ['second' as const, 1];
  return { value: 0 - Math.floor(seconds / length), unit };
}
