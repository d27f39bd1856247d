import type { CollectionDefinition } from '../collections/collection';
import { possibleDocumentIds } from '../collections/document-id';
import type { EngineRefusal, SearchEngine } from '../engine/search-engine';
import type { SentTask } from '../writer/outcome';
import type { RunContext } from './run-context';

/** What has become of a deletion. `lost`: what is still there has to be looked up again. */
export type DeletionOutcome =
  { kind: 'pending' | 'lost' } | { kind: 'done'; deleted: number } | { kind: 'refused'; refusal: EngineRefusal };

/**
 * What a run deletes from the engine, seen through. The engine may lose a deletion or fail at it (its disk is full, say): it
 * is left alone for a while then, as it is when it loses what is pushed.
 */
export interface Deletion {
  /**
   * Asks for documents to be deleted by their ids. It is never refused: the engine finds fault with what it worked on
   * together with it, and so it counts as lost.
   */
  ofDocuments(index: string, ids: readonly string[]): Promise<void>;
  /** Asks for all documents of an index that a filter selects to be deleted. */
  matching(...selection: Parameters<SearchEngine['deleteMatching']>): Promise<void>;
  isUnderWay(): boolean;
  /** What has become of what was asked for since the last that was over. */
  look(): Promise<DeletionOutcome>;
  /** Whether the engine is left alone for now. */
  isResting(): boolean;
  /** Why deletions come to nothing for now, though the engine answers; `null` while they get through. */
  obstacle(): string | null;
}

export function createDeletion(
  { engine, deliverer, doubts, newBackoff, monotonic }: RunContext,
  { uid, modelName }: CollectionDefinition,
): Deletion {
  const backoff = newBackoff();
  let tasks: SentTask[] = [];
  /** What is deleted by ids has no fault that the engine could find; a filter may have. */
  let selectedBy: 'ids' | 'filter' = 'ids';
  let notBefore = -Infinity;
  let obstacle: string | null = null;

  const lose = (because: string): DeletionOutcome => {
    obstacle = because;
    notBefore = monotonic() + backoff.next();
    return { kind: 'lost' };
  };

  return {
    async ofDocuments(index, ids) {
      selectedBy = 'ids';
      try {
        tasks.push(...(await deliverer.enqueueTask('delete', () => engine.deleteDocuments(index, ids))));
      } catch (error) {
        // It may still arrive, after one of these documents has come back.
        const documentIds = ids.flatMap((id) => possibleDocumentIds(modelName, id));
        doubts.note(uid, documentIds, error);
        throw error;
      }
    },

    async matching(...selection) {
      selectedBy = 'filter';
      tasks.push(...(await deliverer.enqueueTask('delete', () => engine.deleteMatching(...selection))));
    },

    isUnderWay: () => tasks.length > 0,

    async look() {
      const outcome = await deliverer.look(tasks);
      if (outcome.kind === 'pending') return { kind: 'pending' };
      tasks = [];
      switch (outcome.kind) {
        case 'done':
          backoff.reset();
          obstacle = null;
          return outcome;
        case 'again':
          return lose(outcome.because);
        case 'failed':
          return lose(outcome.refusal.message);
        case 'refused':
          return selectedBy === 'filter' ? outcome : lose(outcome.refusal.message);
      }
    },

    isResting: () => monotonic() < notBefore,

    obstacle: () => obstacle,
  };
}
