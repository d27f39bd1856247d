import type { CollectionDefinition } from '../collections/collection';
import { CHECK_DEPTHS, type CheckDepth, type Run, type Trigger } from '../contract';
import type { SearchEngine } from '../engine/search-engine';
import { sumOf } from '../runs/guard-repair';
import type { Ledger } from '../runs/ledger';
import type { RunItems } from '../runs/run-items';
import { isTerminal, type RunOptions, type RunRecord, toRun } from '../runs/run-record';
import { BY_API } from '../runs/triggers';
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
  /** Compares database and index, each read by itself; answers the check that is on where that looks at as much. */
  check(uid: string, options?: CheckOptions): Promise<Run>;
  /** Mends what a check has found, however much it is. */
  repair(checkId: number, options?: { trigger?: Trigger }): Promise<Run>;
}

const closeness = ({ depth = 'full' }: RunOptions): number => CHECK_DEPTHS.indexOf(depth);

/** Whether a check compares what another one leaves out: it looks more closely, or as closely and further back. */
function goesFurther(one: RunOptions, other: RunOptions): boolean {
  const difference = closeness(one) - closeness(other);
  return difference > 0 || (difference === 0 && (one.since ?? 0) < (other.since ?? 0));
}

/**
 * @param deps.collectionOf - the collection of this uid. Throws where it is not synced
 * @param deps.find - the run of this number. Throws where there is none
 */
export function createChecks(deps: {
  ledger: Ledger;
  items: Pick<RunItems, 'count'>;
  engineOf: (collection: CollectionDefinition) => Promise<SearchEngine>;
  windowStart: () => number;
  wake: () => void;
  collectionOf: (uid: string) => CollectionDefinition;
  find: (runId: number) => Promise<RunRecord>;
}): Checks {
  const { ledger, items, engineOf, windowStart, wake, collectionOf, find } = deps;

  /**
   * One that waits may be asked for more; one that is on cannot look again at what it has passed.
   * @returns `null` where the check has moved on meanwhile, and was not asked
   */
  const join = async (run: RunRecord, wanted: RunOptions): Promise<RunRecord | null> => {
    const isMore = goesFurther(wanted, run.options);
    if (isMore && run.status !== 'queued') {
      throw new Conflict(
        `a ${run.options.depth} check of ${run.uid} is on that looks at less: wait for its end, or cancel it`,
      );
    }
    const repair = Boolean(run.options.repair) || Boolean(wanted.repair);
    const options = { ...(isMore ? wanted : run.options), repair };
    return (await ledger.move(run, run.status, run.status, { options })) ? { ...run, options } : null;
  };

  /** Where the check that is on ends meanwhile, there is room for another one. */
  const queue = async (uid: string, trigger: Trigger, wanted: RunOptions): Promise<RunRecord> => {
    for (;;) {
      const run = await join(await ledger.queue('check', uid, trigger, wanted), wanted);
      if (run) return run;
    }
  };

  return {
    async check(uid, { depth = 'full', since = windowStart(), repair = false, trigger = BY_API } = {}) {
      await (await engineOf(collectionOf(uid))).version();
      const wanted = { depth, repair, ...(depth === 'quick' ? { since } : {}) };
      const run = await queue(uid, trigger, wanted);
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
  };
}
