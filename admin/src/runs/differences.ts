import { type RunCounts, type Verdict, VERDICTS } from '../../../server/src/contract';
import { type Message, type MessageKey } from '../translations/translator';

type Differences = Pick<RunCounts, Verdict>;

const COUNTED: Record<Verdict, MessageKey> = {
  missing: 'count.missing',
  stale: 'count.stale',
  orphaned: 'count.orphaned',
};

/** How many documents differ in all. */
export function differenceCount({ missing, stale, orphaned }: Differences): number {
  return missing + stale + orphaned;
}

/** How many documents differ in which way; nothing about what none does. */
export function differences(found: Differences): Message[] {
  return VERDICTS.filter((verdict) => found[verdict] > 0).map((verdict) => ({
    key: COUNTED[verdict],
    values: { count: found[verdict] },
  }));
}
