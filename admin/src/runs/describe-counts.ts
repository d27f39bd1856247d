import type { Run } from '../../../server/src/contract';
import { type Message, type MessageKey } from '../translations/translator';
import { differences } from './differences';

/** What a run has counted, as far as there is anything to tell. */
export function describeCounts({ counts }: Run): Message[] {
  const told: [MessageKey, number][] = [
    ['count.read', counts.read],
    ['count.pushed', counts.pushed],
    ['count.unchanged', counts.unchanged],
    ['count.excluded', counts.excluded],
    ['count.removed', counts.purged],
    ['count.failed', counts.failed],
  ];
  const messages = told.filter(([, count]) => count > 0).map(([key, count]) => ({ key, values: { count } }));
  return [...messages, ...differences(counts)];
}
