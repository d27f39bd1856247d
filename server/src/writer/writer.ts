import { EngineError } from '../engine/search-engine';
import { failpoint } from '../failpoints/failpoint';
import type { Backoff } from './backoff';
import { Stopped } from './deliverer';
import { type Lease, LeaseLost } from './lease';
import { createTrouble, inFull, messageOf } from './trouble';
import type { Wake } from './wake';
import type { Work } from './work';

/** Milliseconds between looks at the outbox and the ledger without news: other instances cannot wake this one. */
const INTERVAL = 1000;
/** Milliseconds between looks at the engine's tasks, growing while they last. */
const FIRST_LOOK = 20;
const LONGEST_LOOK = 100;

/** The one loop that talks to an engine. */
export interface Writer {
  start(): void;
  /** Ends after the present turn and gives the lease back. */
  stop(): Promise<void>;
}

/** Follows how the engine is, as its writer meets it; does its own looking when everything else is done. */
export interface EngineWatch extends Work {
  /** The engine did not do as it was asked. */
  trouble(error: EngineError): void;
  /** Another instance has the lease now, or nobody. */
  left(): void;
}

interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/**
 * @param deps.works - in the order of their urgency: what ends before what begins, live edits before runs
 * @param report - told why nothing is getting on, once per cause
 */
export function createWriter(deps: {
  lane: string;
  lease: Lease;
  /** Why the engine gets nothing done although it answers; `null` while it does. */
  obstacle: () => string | null;
  works: readonly Work[];
  /** What needs no engine, and is done before all else. */
  withoutEngine: readonly Work[];
  /** Asks the engine for a sign of life. */
  reach: () => Promise<unknown>;
  watch: EngineWatch;
  /** Called when the lease was taken, before anything is done. */
  onTaken: () => void;
  report: (message: string) => Promise<void>;
  /** Pauses after errors. */
  backoff: Backoff;
  wake: Wake;
  monotonic: () => number;
  log: Log;
  stopping: AbortController;
}): Writer {
  const { lane, lease, obstacle, withoutEngine, reach, watch, onTaken, report, backoff, wake, monotonic } = deps;
  const { log, stopping } = deps;
  const withEngine = [...deps.works, watch];
  let isHolding = false;
  /** The engine has failed us: what is read now could not be pushed. */
  let isAway = false;
  const trouble = createTrouble();
  let look = FIRST_LOOK;
  /** When every work is to have its step; before, only what has something in hand: the others would ask the database in vain. */
  let roundAt = -Infinity;
  let running: Promise<void> | null = null;

  const leave = () => {
    isHolding = false;
    // It is the next one's from here on, who is not back, but begins.
    trouble.ends();
    watch.left();
  };

  const hold = async (): Promise<boolean> => {
    const holds = await lease.hold();
    if (holds && !isHolding) {
      roundAt = -Infinity;
      for (const work of [...withoutEngine, ...withEngine]) work.reset();
      onTaken();
    }
    if (!holds && isHolding) leave();
    isHolding = holds;
    return holds;
  };

  /** Steps those that are due when it comes to them. Answers whether one of them is to be stepped again at once. */
  const stepDue = async (works: readonly Work[], isDue: (work: Work) => boolean): Promise<boolean> => {
    let isPressing = false;
    for (const work of works) {
      if (isDue(work)) isPressing = (await work.step()) || isPressing;
    }
    return isPressing;
  };

  /** Does a bit of all there is to do. Answers how long to wait for more, in milliseconds. */
  const turn = async (): Promise<number> => {
    if (!(await hold())) return INTERVAL;
    failpoint('holding-the-lease');
    const isRound = monotonic() >= roundAt;
    if (isRound) roundAt = monotonic() + INTERVAL;
    const isDue = (work: Work) => isRound || work.isAtWork();
    let isPressing = await stepDue(withoutEngine, isDue);
    if (isAway) {
      await reach();
      isAway = false;
    }
    isPressing = (await stepDue(withEngine, isDue)) || isPressing;
    look = isPressing ? FIRST_LOOK : Math.min(LONGEST_LOOK, look * 1.5);
    if (isPressing) return 0;
    const untilRound = Math.max(0, roundAt - monotonic());
    return withEngine.some((work) => work.isAtWork()) ? Math.min(look, untilRound) : untilRound;
  };

  const recover = () => {
    if (trouble.ends()) log.info(`meilisearch: ${lane} is back, catching up`);
  };

  const complain = async (cause: string, say: () => void) => {
    if (!trouble.begins(cause)) return;
    say();
    await report(cause).catch((second: unknown) => {
      log.error(`meilisearch: the ledger cannot be written: ${String(second)}`);
    });
  };

  const warn = (cause: string) => () => log.warn(`meilisearch: ${cause} (saves are kept and pushed later)`);

  const cope = async (error: unknown): Promise<number> => {
    if (error instanceof LeaseLost) {
      leave();
      log.warn(`meilisearch: another instance writes to ${lane} now`);
      return INTERVAL;
    }
    const cause = messageOf(error);
    if (error instanceof EngineError) {
      isAway = error.fault !== 'rejected';
      watch.trouble(error);
    }
    const sayFully = () => log.error(`meilisearch: ${inFull(error)}`);
    await complain(cause, error instanceof EngineError ? warn(cause) : sayFully);
    return backoff.next();
  };

  const loop = async () => {
    while (!stopping.signal.aborted) {
      try {
        const wait = await turn();
        backoff.reset();
        const present = isHolding ? obstacle() : null;
        if (present === null) recover();
        else await complain(present, warn(present));
        if (await wake.doze(wait)) roundAt = -Infinity;
      } catch (error) {
        if (error instanceof Stopped) break;
        roundAt = -Infinity;
        await wake.endure(await cope(error));
      }
    }
    leave();
    await lease.release();
  };

  return {
    start() {
      running ??= loop();
    },
    async stop() {
      stopping.abort();
      wake.byCommand();
      await running;
    },
  };
}
