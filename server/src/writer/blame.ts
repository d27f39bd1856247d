import type { SeenFailure } from '../failures/failures';
import { EngineError } from '../engine/search-engine';
import type { Deliverer } from './deliverer';
import type { Outcome } from './outcome';
import { halve, type Portion } from './portion';

/** Tells which documents of a portion are at fault, or `again` where it is the engine. */
export type Blame = (portion: Portion) => Promise<SeenFailure[] | 'again'>;

type Verdict = Exclude<Outcome, { kind: 'pending' }>;

/**
 * Narrows a refusal down by halves: about 2·log2(n) tasks for one bad document among n. Each is alone in the engine's
 * queue, for tasks that the engine works on together fail together.
 */
export function createBlame(deliverer: Deliverer): Blame {
  const deliverAlone = async (portion: Portion): Promise<Verdict> => {
    try {
      return await deliverer.settled((await deliverer.enqueue(portion)).tasks);
    } catch (error) {
      // Refused at the door, as a document too large for any request is.
      if (error instanceof EngineError && error.fault === 'rejected') return { kind: 'refused', refusal: error };
      throw error;
    }
  };

  const search = async (portion: Portion): Promise<SeenFailure[] | 'again'> => {
    const verdict = await deliverAlone(portion);
    if (verdict.kind === 'done') return [];
    if (verdict.kind === 'again') return 'again';
    const [document, ...others] = portion.upserts;
    // Deletions alone cannot be at fault.
    if (!document) return 'again';
    if (others.length === 0) {
      const { documentId, locale } = document;
      return [{ documentId, locale, index: null, stage: 'push', message: verdict.refusal.message }];
    }
    const found: SeenFailure[] = [];
    for (const half of halve(portion)) {
      const inHalf = await search(half);
      if (inHalf === 'again') return 'again';
      found.push(...inHalf);
    }
    return found;
  };

  return search;
}
