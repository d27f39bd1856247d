import type { CollectionDefinition } from '../collections/collection';
import { type Lot, lotsOf, readLot } from '../drift/lots';
import type { StoredDocument } from '../engine/search-engine';
import { aboutOnly } from '../writer/portion';
import { createDeletion } from './deletion';
import type { PurgeSurvey } from './guard-purge';
import { createOrphanSearch } from './orphan-search';
import type { RunContext } from './run-context';
import { RunFailed } from './run-failed';

/** Candidates looked at in one step. */
const PAGE = 500;

/** How far a purge is. `surveyed`: it has counted what it would delete and waits for {@link Purge.sweep}. */
export interface PurgeProgress extends PurgeSurvey {
  stage: 'surveying' | 'surveyed' | 'sweeping' | 'swept';
  purged: number;
}

/**
 * Deletes what an update did not touch, in two passes over the candidates. The first looks each up in the database again,
 * pushes those still in scope and counts the orphans; the second, once allowed, deletes these.
 */
export interface Purge {
  /** Does the next bit; `false` while it waits for the engine. */
  step(): Promise<boolean>;
  progress(): PurgeProgress;
  /** Allows the second pass. */
  sweep(): void;
  /** Why it is not getting on, though the engine answers; `null` while it is. */
  obstacle(): string | null;
}

/** The candidates of one index, of one kind, and what is known of them. */
interface Candidates extends Lot<{ uid: string; syncedBefore: number }> {
  orphans: number;
  spared: number;
  /** All were on one page. From one page to the next, some that nobody looked at may have moved up. */
  isSurveyedAtOnce: boolean;
  /** A deletion by filter has been sent: there is nothing more to look at. */
  isSwept: boolean;
}

const NOTHING = { orphans: 0, spared: 0, isSurveyedAtOnce: true, isSwept: false };

/** @param start - the stamp the update began with */
export function createPurge(context: RunContext, collection: CollectionDefinition, start: number): Purge {
  const { engine, shipper } = context;
  const search = createOrphanSearch(context, collection);
  const lots = lotsOf(collection.indexes, { uid: collection.uid, syncedBefore: start }).map((lot): Candidates => ({
    ...lot,
    ...NOTHING,
  }));
  let stage: PurgeProgress['stage'] = 'surveying';
  let current = 0;
  /** What was passed over in the current lot: it stays among the candidates. */
  let offset = 0;
  let documents = 0;
  let purged = 0;
  /** Living documents that were pushed again and are not through yet. */
  let isShipping = false;
  const deletion = createDeletion(context, collection);

  const candidatesOf = async (lot: Lot): Promise<StoredDocument[]> =>
    (await readLot(engine, lot, { offset, limit: PAGE })).documents;

  const nextLot = (after: PurgeProgress['stage']) => {
    current += 1;
    offset = 0;
    if (current === lots.length) stage = after;
  };

  const survey = async (lot: Candidates): Promise<boolean> => {
    const candidates = await candidatesOf(lot);
    if (candidates.length === 0) {
      // What strapi-plugin-meilisearch left behind is the collection's own too.
      if ('uid' in lot.filter) documents += (await engine.countDocuments(lot.index, { uid: collection.uid })) ?? 0;
      else documents += lot.orphans;
      nextLot('surveyed');
      return true;
    }
    const { portion, living, orphans, spared } = await search.sort(candidates);
    if (living.length > 0) {
      await shipper.ship(aboutOnly(portion, living), () => {
        isShipping = false;
        return Promise.resolve();
      });
      // Not before: what could not be shipped never settles.
      isShipping = true;
    }
    if (candidates.length === PAGE) lot.isSurveyedAtOnce = false;
    lot.orphans += orphans.length;
    lot.spared += spared.length;
    offset += orphans.length + spared.length;
    return true;
  };

  const sweepLot = async (lot: Candidates): Promise<boolean> => {
    if (lot.orphans === 0 || lot.isSwept) {
      nextLot('swept');
      return true;
    }
    const { index, filter } = lot;
    if ('uid' in filter && lot.spared === 0 && lot.isSurveyedAtOnce) {
      // Bounded by the stamp when the engine comes to it, so that a push that arrives meanwhile survives.
      await deletion.matching(index, filter);
      lot.isSwept = true;
      return true;
    }
    const candidates = await candidatesOf(lot);
    if (candidates.length === 0) {
      nextLot('swept');
      return true;
    }
    const { orphans } = await search.sort(candidates);
    offset += candidates.length - orphans.length;
    if (orphans.length > 0) await deletion.ofDocuments(index, orphans);
    return true;
  };

  const seeDeletionThrough = async (): Promise<boolean> => {
    const outcome = await deletion.look();
    if (outcome.kind === 'pending') return false;
    if (outcome.kind === 'refused') throw new RunFailed(`Meilisearch refuses to purge: ${outcome.refusal.message}`);
    if (outcome.kind === 'done') purged += outcome.deleted;
    else restart();
    return true;
  };

  /** A deletion that was lost on the way: everything is looked at again, for nothing else tells what is still there. */
  const restart = () => {
    stage = 'surveying';
    current = 0;
    offset = 0;
    documents = 0;
    for (const lot of lots) Object.assign(lot, NOTHING);
  };

  return {
    async step() {
      if (isShipping || !shipper.isOpen() || deletion.isResting()) return false;
      if (deletion.isUnderWay()) return seeDeletionThrough();
      const lot = lots[current];
      if (!lot) return false;
      return stage === 'surveying' ? survey(lot) : sweepLot(lot);
    },

    progress: () => ({ stage, orphans: lots.reduce((sum, { orphans }) => sum + orphans, 0), documents, purged }),

    sweep() {
      stage = 'sweeping';
      current = 0;
      offset = 0;
    },

    obstacle: deletion.obstacle,
  };
}
