import type { CollectionDefinition } from '../collections/collection';
import { canExclude } from '../collections/collection';
import type { Exclusions } from '../collections/exclusions';
import type { SearchEngine } from '../engine/search-engine';
import type { Failures, SeenFailure } from '../failures/failures';
import type { Ahead } from './ahead';
import type { Backoff } from './backoff';
import type { Deliverer } from './deliverer';
import type { IndexKeeper } from './index-keeper';
import { judge, type SentTask } from './outcome';
import { halve, type Portion } from './portion';
import type { PortionReader } from './portion-reader';
import type { Work } from './work';

/** How a shipment ended; a document that could not be pushed is on record by then. */
export interface Settlement {
  pushed: number;
  failed: number;
}

type OnSettled = (settlement: Settlement) => Promise<void>;

interface Shipment {
  portion: Omit<Portion, 'upserts' | 'deletions'> & { upserts: number };
  tasks: SentTask[];
  bytes: number;
  onSettled: OnSettled;
}

interface Redo {
  collection: CollectionDefinition;
  documentIds: readonly string[];
  onSettled: OnSettled;
}

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

  /** Whether anything is under way. */
  isIdle(): boolean;

  /** Whether anything of this collection is under way. */
  isShipping(uid: string): boolean;
}

export function createShipper(deps: {
  engine: SearchEngine;
  deliverer: Deliverer;
  reader: PortionReader;
  failures: Failures;
  exclusions: Exclusions;
  ahead: Ahead;
  keeper: IndexKeeper;
  backoff: Backoff;
  monotonic: () => number;
}): Shipper {
  const { engine, deliverer, reader, failures, exclusions, ahead, keeper, backoff, monotonic } = deps;
  let underWay: Shipment[] = [];
  let suspects: Shipment[] = [];
  let redo: Redo[] = [];
  let busySince = monotonic();
  /** An engine that loses what it is given (its disk is full, say) is left alone for a while. */
  let notBefore = -Infinity;

  const isOpen = () => suspects.length === 0 && redo.length === 0;
  const bytesUnderWay = () => underWay.reduce((sum, { bytes }) => sum + bytes, 0);

  const finish = async ({ portion, onSettled }: Shipment, refused: readonly SeenFailure[]) => {
    const { collection, documentIds } = portion;
    const seen = [...portion.failures, ...refused];
    await failures.record(collection.uid, documentIds, seen);
    if (canExclude(collection)) {
      await exclusions.record(collection.uid, documentIds, portion.excluded, deliverer.lastStamp());
    }
    await onSettled({ pushed: portion.upserts - refused.length, failed: seen.length });
  };

  const again = ({ portion, onSettled }: Shipment) => {
    // Its settings may be among what was lost.
    for (const index of portion.collection.indexes) keeper.forget(index);
    notBefore = monotonic() + backoff.next();
    redo.push({ collection: portion.collection, documentIds: portion.documentIds, onSettled });
  };

  /**
   * Narrows a refusal down by halves: log2(n) tasks for one bad document. Each is alone in the engine's queue, for tasks
   * that the engine works on together fail together.
   */
  const refusedAmong = async (portion: Portion): Promise<SeenFailure[] | 'again'> => {
    const { tasks } = await deliverer.enqueue(portion);
    const outcome = await deliverer.settled(tasks);
    if (outcome.kind === 'done') return [];
    if (outcome.kind === 'again') return 'again';
    const [document] = portion.upserts;
    if (!document) throw new Error(`the engine refused to delete documents: ${outcome.refusal.message}`);
    if (portion.upserts.length === 1) {
      const { documentId, locale } = document;
      return [{ documentId, locale, index: null, stage: 'push', message: outcome.refusal.message }];
    }
    const found: SeenFailure[] = [];
    for (const half of halve(portion)) {
      const inHalf = await refusedAmong(half);
      if (inHalf === 'again') return 'again';
      found.push(...inHalf);
    }
    return found;
  };

  const examine = async (shipment: Shipment) => {
    const { collection, documentIds } = shipment.portion;
    const portion = await reader.documents(collection, documentIds);
    const refused = await refusedAmong(portion);
    if (refused === 'again') again(shipment);
    else await finish({ ...shipment, portion: summarize(portion) }, refused);
  };

  const enqueue = async (portion: Portion, onSettled: OnSettled) => {
    if (underWay.length === 0) busySince = monotonic();
    const { tasks, bytes } = await deliverer.enqueue(portion);
    underWay.push({ portion: summarize(portion), tasks, bytes, onSettled });
  };

  return {
    ship: enqueue,

    async step() {
      if (underWay.length === 0) {
        if (monotonic() < notBefore) return false;
        const suspect = suspects[0];
        if (suspect) {
          await examine(suspect);
          suspects.shift();
          return true;
        }
        const next = redo[0];
        if (!next) return false;
        await enqueue(await reader.documents(next.collection, next.documentIds), next.onSettled);
        redo.shift();
        return true;
      }

      const tasks = await engine.tasks(underWay.flatMap((shipment) => shipment.tasks.map(({ uid }) => uid)));
      const states = new Map(tasks.map((task) => [task.uid, task]));
      const judged = underWay.map((shipment) => ({
        shipment,
        outcome: judge(
          shipment.tasks,
          shipment.tasks.map(({ uid }) => states.get(uid) ?? { uid, status: 'unknown' }),
        ),
      }));
      const over = judged.filter(({ outcome }) => outcome.kind !== 'pending');
      if (over.length === 0) return false;

      ahead.observe(
        over.reduce((sum, { shipment }) => sum + shipment.bytes, 0),
        monotonic() - busySince,
      );
      busySince = monotonic();
      for (const { shipment, outcome } of over) {
        if (outcome.kind === 'done') {
          backoff.reset();
          await finish(shipment, []);
        } else if (outcome.kind === 'again') again(shipment);
        else suspects.push(shipment);
        underWay = underWay.filter((other) => other !== shipment);
      }
      return true;
    },

    isOpen,

    hasRoom: () => isOpen() && bytesUnderWay() < ahead.allowance(),

    isIdle: () => underWay.length === 0 && isOpen(),

    isShipping: (uid) =>
      [...underWay, ...suspects].some(({ portion }) => portion.collection.uid === uid) ||
      redo.some(({ collection }) => collection.uid === uid),

    reset() {
      underWay = [];
      suspects = [];
      redo = [];
    },
  };
}

/** What has to be remembered of a portion once its documents are sent. */
function summarize(portion: Portion): Shipment['portion'] {
  const { collection, documentIds, excluded, failures, upserts } = portion;
  return { collection, documentIds, excluded, failures, upserts: upserts.length };
}
