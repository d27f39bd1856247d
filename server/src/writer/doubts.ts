import { EngineError } from '../engine/search-engine';
import { allMark, editedMark, MOST_NAMED } from '../outbox/mark';
import type { Outbox } from '../outbox/outbox';
import type { Work } from './work';

/** Milliseconds after which a request that nobody answered has arrived or never will. */
const LINGERING = 60_000;

/** Codes of a connection that was never made: what was to be sent cannot have arrived. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * Remembers documents of which a push went unanswered. The request may lie in a proxy, and reach the engine after a later
 * state of the same documents: so these are marked once more when it cannot be under way any longer.
 */
export interface Doubts extends Work {
  /** Notes an error of a push; one that tells for certain that nothing arrived is no doubt. */
  note(uid: string, documentIds: readonly string[], error: unknown): void;
}

export function createDoubts(deps: {
  outbox: Outbox;
  isSynced: (uid: string) => boolean;
  /** Called when there are marks anew. */
  wake: () => void;
  monotonic: () => number;
}): Doubts {
  const { outbox, isSynced, wake, monotonic } = deps;
  let doubted = new Map<string, Set<string>>();
  let lastAt = -Infinity;

  return {
    note(uid, documentIds, error) {
      if (!(error instanceof EngineError) || error.fault !== 'unavailable' || NEVER_SENT.has(error.code)) return;
      const documents = doubted.get(uid) ?? new Set();
      for (const documentId of documentIds) if (documents.size <= MOST_NAMED) documents.add(documentId);
      doubted.set(uid, documents);
      lastAt = monotonic();
    },

    async step() {
      if (doubted.size === 0 || monotonic() - lastAt < LINGERING) return false;
      const ours = [...doubted].filter(([uid]) => isSynced(uid));
      const marks = ours.flatMap(([uid, documents]) =>
        documents.size > MOST_NAMED ? [allMark(uid)] : [...documents].map((documentId) => editedMark(uid, documentId)),
      );
      await outbox.add(marks, wake);
      doubted = new Map();
      return false;
    },

    isAtWork: () => false,

    reset() {
      doubted = new Map();
    },
  };
}
