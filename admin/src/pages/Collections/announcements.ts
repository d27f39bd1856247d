import type { Collection, Run } from '../../../../server/src/contract';
import { type Message } from '../../translations/translator';
import { percentOf } from './describe-progress';
import { runResult } from './last-update';

/** Something that a screen reader should say, about the collection `name`. */
export interface Announcement {
  name: string;
  message: Message;
}

/** Progress is spoken in steps of so many percent, lest it talks without end. */
const STEP = 25;

/** What happened between two looks that is worth saying: a run began, passed a quarter, asks for a decision, or ended. */
export function announcements(before: Collection[], after: Collection[]): Announcement[] {
  const earlier = new Map(before.map((collection) => [collection.uid, collection]));
  return after.flatMap((collection) => {
    const previous = earlier.get(collection.uid);
    const message = previous && whatHappened(previous, collection);
    return message ? [{ name: collection.displayName, message }] : [];
  });
}

function whatHappened(before: Collection, after: Collection): Message | null {
  if (after.activeRun) return runNews(before.activeRun, after.activeRun);
  const ended = before.activeRun && after.lastUpdate?.id === before.activeRun.id ? after.lastUpdate : null;
  return ended && runResult(ended).message;
}

function runNews(before: Run | null, now: Run): Message | null {
  if (before?.id !== now.id) return { key: 'announce.started' };
  if (now.status === 'awaiting-confirmation') {
    return before.status === now.status ? null : { key: 'announce.decide' };
  }
  const step = stepOf(now);
  return step > stepOf(before) ? { key: 'announce.progress', values: { percent: step / 100 } } : null;
}

function stepOf(run: Run): number {
  return Math.floor((percentOf(run) ?? 0) / STEP) * STEP;
}
