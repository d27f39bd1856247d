import { EngineError } from '../engine/search-engine';
import type { SeenFailure } from '../failures/failures';
import type { Deliverer } from './deliverer';
import type { Outcome } from './outcome';
import { halve, type Portion } from './portion';

/** Who is at fault: the documents named, by the engine's word on them or by its failing at them; or it is too early to say. */
export type Verdict = { kind: 'documents' | 'engine'; refused: SeenFailure[] } | { kind: 'unclear' };

/** Tells which documents of a portion are at fault. */
export type Blame = (portion: Portion) => Promise<Verdict>;

/** Codes that speak of the index: to every document the engine would say the same. */
const ABOUT_THE_INDEX = new Set(['index_primary_key_already_exists']);

/** Documents that the engine may fail at, one by one and with none getting through, before the search is given up. */
const HOPELESS = 3;

/**
 * Narrows a refusal down by halves: about 2·log2(n) tasks for one bad document among n. Each is alone in the engine's
 * queue, for tasks that the engine works on together fail together.
 */
export function createBlame(deliverer: Deliverer): Blame {
  const deliverAlone = async (portion: Portion): Promise<Exclude<Outcome, { kind: 'pending' }>> => {
    try {
      return await deliverer.settled((await deliverer.enqueue(portion)).tasks);
    } catch (error) {
      // Refused at the door, as a document too large for any request is.
      if (error instanceof EngineError && error.fault === 'rejected') return { kind: 'refused', refusal: error };
      throw error;
    }
  };

  return async (whole) => {
    const refused: SeenFailure[] = [];
    // On their own: next to the document at fault they would fail with it, and be forgotten.
    const parts: Portion[] = [
      { ...whole, deletions: [] },
      { ...whole, upserts: [] },
    ];
    const remaining = parts.filter(({ upserts, deletions }) => upserts.length + deletions.length > 0);
    let failures = 0;
    let gotThrough = 0;
    for (let portion = remaining.pop(); portion; portion = remaining.pop()) {
      const outcome = await deliverAlone(portion);
      if (outcome.kind === 'again') return { kind: 'unclear' };
      if (outcome.kind === 'done') {
        gotThrough += portion.upserts.length;
        continue;
      }
      const { message, code } = outcome.refusal;
      // Deletions alone cannot be at fault.
      if (portion.upserts.length === 0) return { kind: 'unclear' };
      if (portion.upserts.length > 1 && !ABOUT_THE_INDEX.has(code)) {
        remaining.push(...halve(portion).reverse());
        continue;
      }
      for (const { documentId, locale } of portion.upserts) {
        refused.push({ documentId, locale, index: null, stage: 'push', message });
      }
      if (outcome.kind === 'failed') failures += 1;
      if (failures >= HOPELESS && gotThrough === 0) return { kind: 'unclear' };
    }
    return { kind: failures > 0 ? 'engine' : 'documents', refused };
  };
}
