import type { CollectionDefinition } from '../collections/collection';
import { CHECK_DEPTHS, type CheckDepth, type Comparison, type Run, type Trigger } from '../contract';
import { compareDocument } from '../drift/comparison';
import type { SearchEngine } from '../engine/search-engine';
import { sumOf } from '../runs/guard-repair';
import type { Ledger } from '../runs/ledger';
import type { RunItems } from '../runs/run-items';
import { isTerminal, type RunOptions, type RunRecord, toRun } from '../runs/run-record';
import type { PortionReader } from '../writer/portion-reader';
import { BY_API } from './by-api';
import { Conflict } from './errors';

export interface CheckOptions {
  /** Default `full`. */
  depth?: CheckDepth;
  /** Of a quick check: milliseconds since the epoch; the versions of entries changed since then are compared. Default: `check.window`. */
  since?: number;
  /** Mend what it finds, unless that is more than `check.abortAbove`. Default `false`. */
  repair?: boolean;
  trigger?: Trigger;
}

/** What one can ask about differences between both sides, and have done about them. */
export interface Checks {
  /** Compares database and index, each read by itself; answers the check that is on where it looks as closely. */
  check(uid: string, options?: CheckOptions): Promise<Run>;
  /** Mends what a check has found, however much it is. */
  repair(checkId: number, options?: { trigger?: Trigger }): Promise<Run>;
  /** Both sides of a document as they are now. */
  compare(uid: string, documentId: string): Promise<Comparison[]>;
}

const closeness = ({ depth = 'full' }: RunOptions): number => CHECK_DEPTHS.indexOf(depth);

/**
 * @param deps.collectionOf - the collection of this uid. Throws where it is not synced
 * @param deps.find - the run of this number. Throws where there is none
 */
export function createChecks(deps: {
  ledger: Ledger;
  items: Pick<RunItems, 'count'>;
  reader: Pick<PortionReader, 'preview'>;
  engineOf: (collection: CollectionDefinition) => Promise<SearchEngine>;
  windowStart: () => number;
  wake: () => void;
  collectionOf: (uid: string) => CollectionDefinition;
  find: (runId: number) => Promise<RunRecord>;
}): Checks {
  const { ledger, items, reader, engineOf, windowStart, wake, collectionOf, find } = deps;

  /** One that waits may be asked for more; one that is on cannot look again at what it has passed. */
  const join = async (run: RunRecord, wanted: RunOptions): Promise<RunRecord> => {
    const closer = closeness(wanted) > closeness(run.options) ? wanted : run.options;
    if (closer === wanted && run.status !== 'queued') {
      throw new Conflict(`a ${run.options.depth} check of ${run.uid} is on: wait for its end, or cancel it`);
    }
    const repair = Boolean(run.options.repair) || Boolean(wanted.repair);
    const options = { ...closer, repair };
    await ledger.move(run, run.status, run.status, { options });
    return { ...run, options };
  };

  return {
    async check(uid, { depth = 'full', since = windowStart(), repair = false, trigger = BY_API } = {}) {
      await (await engineOf(collectionOf(uid))).version();
      const wanted = { depth, repair, ...(depth === 'quick' ? { since } : {}) };
      const run = await join(await ledger.queue('check', uid, trigger, wanted), wanted);
      wake();
      return toRun(run);
    },

    async repair(checkId, { trigger = BY_API } = {}) {
      const { kind, uid, status, counts, options } = await find(checkId);
      if (kind !== 'check' || !isTerminal(status)) throw new Conflict(`run ${checkId} is no check that is over`);
      const collection = collectionOf(uid);
      const found = sumOf(counts);
      if (found === 0) throw new Conflict(`check ${checkId} has found no difference`);
      const listed = await items.count(checkId);
      if (listed < found) {
        throw new Conflict(
          `check ${checkId} has found ${found} differences and lists ${listed} of them: update ${uid}`,
        );
      }
      await (await engineOf(collection)).version();
      const run = await ledger.queue('repair', uid, trigger, { checkId, depth: options.depth ?? 'full' });
      wake();
      return toRun(run);
    },

    async compare(uid, documentId) {
      const collection = collectionOf(uid);
      return compareDocument({ engine: await engineOf(collection), reader }, collection, documentId);
    },
  };
}
