import type { Collection, CollectionState } from '../contract';

/** What the state of a collection is decided by. */
export interface StateFacts extends Pick<
  Collection,
  'enabled' | 'expectedCount' | 'indexedCount' | 'pending' | 'failing' | 'drift'
> {
  /** The engine answered. */
  isReachable: boolean;
  /** A run is queued or on, waiting for a person apart. */
  isRunning: boolean;
  /** An update has run to its end since it was enabled. */
  wasIndexed: boolean;
}

/**
 * The one word for how a collection stands. In sync is proved, not assumed: equal counts, nothing pending, nothing failing,
 * and a last update or check that left no difference.
 */
export function collectionState(facts: StateFacts): CollectionState {
  const { drift, expectedCount, indexedCount } = facts;
  if (!facts.enabled) return 'disabled';
  if (!facts.isReachable) return 'unreachable';
  if (facts.isRunning) return 'running';
  if (!facts.wasIndexed) return 'never-indexed';
  if (facts.pending > 0) return 'pending';
  if (facts.failing > 0) return 'failing';
  const hasDrift = drift === null || drift.missing + drift.stale + drift.orphaned > 0;
  const hasEqualCounts = indexedCount !== null && indexedCount === expectedCount;
  return hasDrift || !hasEqualCounts ? 'drifted' : 'in-sync';
}
