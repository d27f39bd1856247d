import type { Collection, Drift, Run } from '../../../../server/src/contract';
import { percentOf } from '../../runs/describe-progress';
import { differenceCount, differences } from '../../runs/differences';
import { runResult } from '../../runs/run-result';
import { type Message } from '../../translations/translator';

/** Something that a screen reader should say, about the collection `name`. */
export interface Announcement {
  name: string;
  messages: Message[];
}

/** Progress is spoken in steps of so many percent, lest it talks without end. */
const STEP = 25;

/** What happened between two looks that is worth saying: a run began, passed a quarter, asks for a decision, or ended. */
export function announcements(before: Collection[], after: Collection[]): Announcement[] {
  const earlier = new Map(before.map((collection) => [collection.uid, collection]));
  return after.flatMap((collection) => {
    const previous = earlier.get(collection.uid);
    const messages = previous ? whatHappened(previous, collection) : [];
    return messages.length > 0 ? [{ name: collection.displayName, messages }] : [];
  });
}

function whatHappened(before: Collection, after: Collection): Message[] {
  if (after.activeRun) return runNews(before.activeRun, after.activeRun);
  const ended = [after.lastUpdate, after.lastCheck].find((run) => run !== null && run.id === before.activeRun?.id);
  if (ended) return runResult(ended).messages;
  return before.activeRun?.kind === 'repair' && after.drift ? whatIsLeft(after.drift) : [];
}

function whatIsLeft(drift: Drift): Message[] {
  return differenceCount(drift) === 0 ? [{ key: 'result.noDifference' }] : differences(drift);
}

function runNews(before: Run | null, now: Run): Message[] {
  if (before?.id !== now.id) return [{ key: 'announce.started' }];
  if (now.status === 'awaiting-confirmation') {
    return before.status === now.status ? [] : [{ key: 'announce.decide' }];
  }
  const step = stepOf(now);
  return step > stepOf(before) ? [{ key: 'announce.progress', values: { percent: step / 100 } }] : [];
}

function stepOf(run: Run): number {
  return Math.floor((percentOf(run) ?? 0) / STEP) * STEP;
}
