import { stringify } from 'safe-stable-stringify';

/** Whether two values reach the engine as the same JSON; the order of keys does not count. */
export function isSameJson(one: unknown, other: unknown): boolean {
  return stringify(one) === stringify(other);
}
