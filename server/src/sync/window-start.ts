/**
 * The moment since which a check by `check.window` compares versions, in milliseconds since the epoch.
 * @param window - milliseconds, or everything
 */
export function windowStart(window: number | 'all', now = Date.now()): number {
  return window === 'all' ? 0 : now - window;
}
