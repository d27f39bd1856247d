import type { CollectionDefinition } from '../collections/collection';
import { canExclude } from '../collections/collection';
import type { Exclusions } from '../collections/exclusions';
import { EngineError, type SearchEngine } from '../engine/search-engine';
import { failpoint } from '../failpoints/failpoint';
import type { Failures, SeenFailure } from '../failures/failures';
import type { Ahead } from './ahead';
import type { Backoff } from './backoff';
import type { Blame } from './blame';
import type { Deliverer } from './deliverer';
import type { IndexKeeper } from './index-keeper';
import type { Doubts } from './doubts';
import { judge, type Outcome } from './outcome';
import { planUnreadable, type Portion } from './portion';
import type { PortionReader } from './portion-reader';
import { bytesOf, endedInOrder, type OnSettled, type Shipment, unfinishedOf } from './shipment';
import type { Work } from './work';

/** How often a shipment may make the engine fail before a document of it is suspected. */
const BENEFIT_OF_DOUBT = 3;

/**
 * Ships portions to the engine without awaiting each, and sees each through: what the engine lost is shipped again from
 * the present state, what it refuses is narrowed down to the document at fault.
 */
export interface Shipper extends Work {
  /**
   * Enqueues a portion. It must hold the present state: whoever reads the same documents later ships later.
   * @param onSettled - called when the engine is done with it and failures are on record. Never called after
   *   {@link Work.reset}: whoever shipped it begins again.
   */
  ship(portion: Portion, onSettled: OnSettled): Promise<void>;

  /** Whether anything may be shipped now: nothing is while a refusal is examined, or the order of states would be lost. */
  isOpen(): boolean;

  /** Whether more of a run may be enqueued ahead of the engine. */
  hasRoom(): boolean;

  /** Whether anything of this collection is under way. */
  isShipping(uid: string): boolean;

  /** Why what was shipped comes to nothing for now, though the engine answers; `null` while it gets through. */
  obstacle(): string | null;
}

export function createShipper(deps: {
  engine: SearchEngine;
  deliverer: Deliverer;
  blame: Blame;
  doubts: Pick<Doubts, 'note'>;
  reader: PortionReader;
  failures: Failures;
  exclusions: Exclusions;
  ahead: Ahead;
  keeper: IndexKeeper;
  /** Pauses before something is shipped again. */
  backoff: Backoff;
  monotonic: () => number;
}): Shipper {
  const { engine, deliverer, blame, doubts, reader, failures, exclusions, ahead, keeper } = deps;
  const { backoff, monotonic } = deps;
  let underWay: Shipment[] = [];
  /** Refused: the document at fault is to be found. */
  let suspects: Shipment[] = [];
  /** Lost on the way: to be read and shipped again. */
  let lost: Shipment[] = [];
  let obstacle: string | null = null;
  /** When the engine began with what it is at. */
  let busySince = monotonic();
  /** An engine that loses what it is given (its disk is full, say) is left alone for a while. */
  let notBefore = -Infinity;

  const isOpen = () => suspects.length === 0 && lost.length === 0;

  /** What was asked of the engine's settings came to nothing, or nobody will see what it came to. */
  const forgetSettings = ({ indexes }: CollectionDefinition) => {
    for (const index of indexes) keeper.forget(index);
  };

  const enqueue = async (portion: Portion, onSettled: OnSettled, failedAttempts: number) => {
    if (underWay.length === 0) busySince = monotonic();
    const { collection, subject, excluded, failures, upserts } = portion;
    const remembered = {
      collection,
      subject,
      excluded,
      failures,
      upserts: upserts.length,
      isBegun: false,
      failedAttempts,
      onSettled,
    };
    try {
      underWay.push({ ...remembered, ...(await deliverer.enqueue(portion)) });
      failpoint('after-push-before-await');
    } catch (error) {
      doubts.note(collection.uid, subject.documentIds, error);
      forgetSettings(collection);
      if (!(error instanceof EngineError) || error.fault !== 'rejected') throw error;
      suspects.push({ ...remembered, tasks: [], bytes: 0 });
    }
  };

  const finish = async (shipment: Shipment, refused: readonly SeenFailure[]) => {
    const { collection, subject, excluded, upserts, onSettled } = shipment;
    const seen = [...shipment.failures, ...refused];
    await failures.record(collection.uid, subject, seen);
    if (canExclude(collection)) await exclusions.record(collection.uid, subject, excluded, deliverer.lastStamp());
    failpoint('after-await-before-acknowledge');
    await onSettled({ pushed: upserts - refused.length, failed: seen.length });
  };

  const shipAgainLater = (shipment: Shipment) => {
    forgetSettings(shipment.collection);
    lost.push(shipment);
  };

  const suspect = (shipment: Shipment) => {
    forgetSettings(shipment.collection);
    suspects.push(shipment);
  };

  const readAgain = ({ collection, subject: { documentIds } }: Shipment) =>
    reader.documents(collection, documentIds).catch((error: unknown) => planUnreadable(collection, documentIds, error));

  const examine = async (shipment: Shipment) => {
    const portion = await readAgain(shipment);
    const verdict = await blame(portion).catch((error: unknown) => {
      doubts.note(shipment.collection.uid, shipment.subject.documentIds, error);
      throw error;
    });
    const { failedAttempts } = shipment;
    if (verdict.kind === 'unclear') shipAgainLater(shipment);
    else if (verdict.kind === 'engine' && failedAttempts < BENEFIT_OF_DOUBT) {
      shipAgainLater({ ...shipment, failedAttempts: failedAttempts + 1 });
    } else {
      backoff.reset();
      obstacle = null;
      await finish({ ...shipment, ...portion, upserts: portion.upserts.length }, verdict.refused);
    }
  };

  /** With nothing under way: what is left over from before comes first. */
  const takeUp = async (): Promise<boolean> => {
    if (monotonic() < notBefore) return false;
    const [first] = suspects;
    if (first) {
      await examine(first);
      suspects = suspects.filter((other) => other !== first);
      return true;
    }
    const [again] = lost;
    if (!again) return false;
    await enqueue(await readAgain(again), again.onSettled, again.failedAttempts);
    lost = lost.filter((other) => other !== again);
    return true;
  };

  const settle = async (shipment: Shipment, outcome: Outcome) => {
    switch (outcome.kind) {
      case 'pending':
        return;
      case 'done':
        backoff.reset();
        await finish(shipment, []);
        if (lost.length === 0) obstacle = null;
        break;
      case 'again':
        obstacle = outcome.because;
        shipAgainLater(shipment);
        break;
      case 'failed': {
        obstacle = outcome.refusal.message;
        const failed = { ...shipment, failedAttempts: shipment.failedAttempts + 1 };
        if (failed.failedAttempts < BENEFIT_OF_DOUBT) shipAgainLater(failed);
        else suspect(failed);
        break;
      }
      case 'refused':
        suspect(shipment);
    }
    underWay = underWay.filter((other) => other !== shipment);
  };

  /** One pause for whatever is lost at once. */
  const pausingAfterLoss = async (work: () => Promise<boolean>): Promise<boolean> => {
    const before = new Set(lost);
    const did = await work();
    if (lost.some((shipment) => !before.has(shipment))) notBefore = monotonic() + backoff.next();
    return did;
  };

  return {
    ship: (portion, onSettled) => enqueue(portion, onSettled, 0),

    async step() {
      if (underWay.length === 0) return pausingAfterLoss(takeUp);

      const tasks = await engine.tasks(underWay.flatMap((shipment) => shipment.tasks.map(({ uid }) => uid)));
      const states = new Map(tasks.map((task) => [task.uid, task]));
      const judged = underWay.map((shipment) => {
        const own = shipment.tasks.map(({ uid }) => states.get(uid) ?? { uid, status: 'unknown' as const });
        return {
          shipment,
          outcome: judge(shipment.tasks, own),
          isBegun: own.some(({ status }) => status !== 'enqueued'),
        };
      });
      for (const { shipment, isBegun } of judged) shipment.isBegun = isBegun;
      const over = endedInOrder(judged);
      if (over.length === 0) return false;

      const done = over.filter(({ outcome }) => outcome.kind === 'done');
      ahead.observe(bytesOf(done.map(({ shipment }) => shipment)), monotonic() - busySince);
      busySince = monotonic();
      return pausingAfterLoss(async () => {
        for (const { shipment, outcome } of over) await settle(shipment, outcome);
        return true;
      });
    },

    isOpen,

    hasRoom: () => isOpen() && ahead.hasRoom({ ...unfinishedOf(underWay), since: monotonic() - busySince }),

    isAtWork: () => underWay.length > 0 || !isOpen(),

    isShipping: (uid) => [...underWay, ...suspects, ...lost].some(({ collection }) => collection.uid === uid),

    obstacle: () => obstacle,

    reset() {
      underWay = [];
      suspects = [];
      lost = [];
      obstacle = null;
      notBefore = -Infinity;
      backoff.reset();
    },
  };
}
