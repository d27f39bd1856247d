const HOUR = 3_600_000;
/** Milliseconds that news is gathered for, where there may be few mails; a tenth of the time between two of them else. */
const GATHERING = 60_000;
const GATHERING_SHARE = 0.1;
/** Milliseconds that a round of checks may hold up what it has found so far. */
const LONGEST_ROUND = 10 * 60_000;
/** Milliseconds between looks at whether it is over. */
const LOOK = 5000;

/** What waits to be told; times are milliseconds on a monotonic clock. */
export interface Waiting {
  /** When the first of it happened. */
  since: number;
  /** When mails went out. */
  sent: readonly number[];
  /** Whether checks and repairs are on. */
  isRoundOn: boolean;
}

/** Milliseconds until it is told, or until that is to be asked again; 0: now. */
export function waitBeforeSending({ since, sent, isRoundOn }: Waiting, now: number, perHour: number): number {
  const recent = sent.filter((at) => at > now - HOUR).sort((one, other) => one - other);
  const blocking = recent[recent.length - perHour];
  const allowedAt = blocking === undefined ? now : blocking + HOUR;
  const gathering = Math.min(GATHERING, (GATHERING_SHARE * HOUR) / perHour);
  // Whole milliseconds, so that what is due then is not a hair's breadth from it.
  const wait = Math.ceil(Math.max(0, since + gathering - now, allowedAt - now));
  if (wait > 0 || !isRoundOn || now - since >= LONGEST_ROUND) return wait;
  return Math.ceil(Math.min(LOOK, gathering, since + LONGEST_ROUND - now));
}
