import type { CollectionDefinition } from '../collections/collection';
import type { Subject } from '../collections/subject';
import type { Unfinished } from './ahead';
import type { Outcome, SentTask } from './outcome';
import type { Portion } from './portion';

/** How a shipment ended; a document that could not be pushed is on record by then. */
export interface Settlement {
  pushed: number;
  failed: number;
}

export type OnSettled = (settlement: Settlement) => Promise<void>;

/** What has to be remembered of a portion once its documents are sent. */
export interface Shipment {
  collection: CollectionDefinition;
  subject: Subject;
  excluded: Portion['excluded'];
  failures: Portion['failures'];
  upserts: number;
  tasks: SentTask[];
  bytes: number;
  /** The engine is at it. */
  isBegun: boolean;
  /** How often the engine has failed at it. */
  failedAttempts: number;
  onSettled: OnSettled;
}

/** Bytes of content in all of them. */
export function bytesOf(shipments: readonly Shipment[]): number {
  return shipments.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** What the engine has still to do with those under way. */
export function unfinishedOf(underWay: readonly Shipment[]): Pick<Unfinished, 'queued' | 'begun'> {
  return {
    queued: bytesOf(underWay.filter(({ isBegun }) => !isBegun)),
    begun: bytesOf(underWay.filter(({ isBegun }) => isBegun)),
  };
}

/**
 * Those that are over, but none before what was shipped of its collection earlier: a later one that has nothing to push
 * (its documents fail to be transformed, say) is over at once, and an earlier success would take its failures back.
 */
export function endedInOrder<T extends { shipment: Shipment; outcome: Outcome }>(judged: readonly T[]): T[] {
  const waitedFor = new Set<CollectionDefinition>();
  return judged.filter(({ shipment: { collection }, outcome }) => {
    if (outcome.kind === 'pending') waitedFor.add(collection);
    return !waitedFor.has(collection);
  });
}
