import type { CollectionDefinition } from '../collections/collection';
import { fingerprintDefinition } from '../collections/definition-fingerprint';
import type { RunKind, RunPhase } from '../contract';
import { EngineError } from '../engine/search-engine';
import { Stopped } from '../writer/deliverer';
import { LeaseLost } from '../writer/lease';
import { messageOf } from '../writer/trouble';
import type { Work } from '../writer/work';
import { createCheckRun } from './check-run';
import { createDisableRun } from './disable-run';
import { planTurn } from './plan-turn';
import { createRepairRun } from './repair-run';
import type { RunContext, RunMachine } from './run-context';
import { RunFailed } from './run-failed';
import type { RunRecord } from './run-record';
import { createUpdateRun } from './update-run';

/** How often a run may stumble at one place over what is not the engine's, a database that restarts, say, until it has failed. */
const MOST_STUMBLES = 4;
/** Milliseconds until it goes on for the first time; twice as long each time. */
const FIRST_PAUSE = 500;

const MACHINES: Record<RunKind, typeof createUpdateRun> = {
  update: createUpdateRun,
  check: createCheckRun,
  repair: createRepairRun,
  disable: createDisableRun,
};

const FIRST_PHASES: Record<RunKind, RunPhase> = {
  update: 'starting',
  check: 'comparing',
  repair: 'repairing',
  disable: 'purging',
};

/** Runs that prove something of a whole collection, and so must not be of one definition before and of another after. */
const OF_ONE_DEFINITION: readonly RunKind[] = ['update', 'check'];

/** Works on the runs of a lane, a step of each in turn, so that a small collection need not wait for a large one. */
export interface ActiveRuns extends Work {
  /** Ends the runs that a person has canceled; needs no engine, so that it works while the engine is away. */
  readonly cancellations: Work;

  /** Notes on the running runs why they are not getting on; cleared by their next progress. */
  report(message: string): Promise<void>;

  /** Why one of them is not getting on, though the engine answers; `null` while all are. */
  obstacle(): string | null;
}

/** Where in its course a run has stumbled, and how often there. */
interface Stumble {
  place: string;
  times: number;
  /** On the monotonic clock. */
  goesOnAt: number;
}

/** @param definitions - all collections of this lane, whether synced now or not: a disable works on one that is not */
export function createActiveRuns(
  context: RunContext,
  definitions: () => ReadonlyMap<string, CollectionDefinition>,
): ActiveRuns {
  const { lane, ledger, items, records, collections, transact, monotonic } = context;
  const machines = new Map<number, RunMachine>();
  const stumbles = new Map<number, Stumble>();
  let isAtWork = false;

  const machineOf = (record: RunRecord, collection: CollectionDefinition): RunMachine => {
    const known = machines.get(record.id);
    if (known) return known;
    const machine = MACHINES[record.kind](context, collection, record);
    machines.set(record.id, machine);
    return machine;
  };

  const ours = async () => (await ledger.active()).filter(({ uid }) => definitions().has(uid));

  /** Whether what a run is for is not wanted any more: enabling and disabling may cross each other on two instances. */
  const isOutdated = async ({ kind, uid }: RunRecord, collection: CollectionDefinition): Promise<boolean> => {
    const isEnabled = (await records.find(uid))?.enabled ?? collection.enabledByConfig;
    return isEnabled === (kind === 'disable');
  };

  /** Notes that a run has stumbled. Answers whether it is to try again: not where it has done so too often at one place. */
  const mayGoOn = ({ id, phase, cursor }: RunRecord): boolean => {
    const place = `${phase} ${cursor}`;
    const before = stumbles.get(id);
    const times = before?.place === place ? before.times + 1 : 1;
    stumbles.set(id, { place, times, goesOnAt: monotonic() + FIRST_PAUSE * 2 ** (times - 1) });
    return times < MOST_STUMBLES;
  };

  const beginAgain = async (record: RunRecord, as: Pick<RunRecord, 'phase' | 'definition'>) => {
    machines.delete(record.id);
    await transact(async () => {
      await items.clear(record.id);
      const { purgeConfirmed, ...options } = record.options;
      // What a person has confirmed was another purge.
      await ledger.beginAgain(record, { ...as, ...(purgeConfirmed ? { options } : {}) });
    });
  };

  const stepOne = async (record: RunRecord): Promise<boolean> => {
    const collection = definitions().get(record.uid);
    if (!collection) return false;
    if (await isOutdated(record, collection)) {
      machines.delete(record.id);
      return ledger.move(record, record.status, 'canceled');
    }
    const [problem] = collection.problems;
    if (problem && record.kind !== 'disable') {
      const error = `${problem.path} is ${problem.given}; allowed: ${problem.allowed}`;
      return ledger.move(record, record.status, 'failed', { error });
    }
    // Decided on another instance, and not heard of here yet: settings and marks would go by what was before.
    if (collections().includes(collection) === (record.kind === 'disable')) return false;
    const phase = FIRST_PHASES[record.kind];
    const definition = fingerprintDefinition(collection, lane);
    if (record.status === 'queued') {
      await ledger.move(record, 'queued', 'running', { startedAt: Date.now(), phase, definition });
      return true;
    }
    if (isOfAnother(record, definition)) {
      await beginAgain(record, { phase, definition });
      return true;
    }
    if (monotonic() < (stumbles.get(record.id)?.goesOnAt ?? -Infinity)) return false;
    try {
      return await machineOf(record, collection).step(record);
    } catch (error) {
      if (canWait(error)) throw error;
      // Whatever it held in memory may be half done: it goes on from what the ledger knows.
      machines.delete(record.id);
      if (!isFinal(error) && mayGoOn(record)) return false;
      return ledger.move(record, 'running', 'failed', {
        error: messageOf(error),
      });
    }
  };

  const cancellations: Work = {
    async step() {
      const canceled = (await ours()).filter(({ status, cancelRequested }) => status === 'running' && cancelRequested);
      for (const record of canceled) {
        machines.delete(record.id);
        await ledger.move(record, 'running', 'canceled');
      }
      return canceled.length > 0;
    },
    isAtWork: () => isAtWork,
    reset: () => undefined,
  };

  return {
    cancellations,

    async step() {
      const workable = planTurn(await ours());
      isAtWork = workable.length > 0;
      for (const known of [machines, stumbles]) {
        for (const id of known.keys()) if (!workable.some((record) => record.id === id)) known.delete(id);
      }
      let didAnything = false;
      for (const record of workable) didAnything = (await stepOne(record)) || didAnything;
      return didAnything;
    },

    isAtWork: () => isAtWork,

    reset() {
      machines.clear();
      stumbles.clear();
    },

    obstacle: () => [...machines.values()].map((machine) => machine.obstacle?.() ?? null).find(Boolean) ?? null,

    async report(message) {
      for (const { id } of await ours()) await ledger.progress(id, { error: message });
    },
  };
}

/** Whether a run may simply go on later: the engine is away or refuses the key, or the writer has to stop. */
function canWait(error: unknown): boolean {
  if (error instanceof EngineError) return error.fault !== 'rejected';
  return error instanceof LeaseLost || error instanceof Stopped;
}

/** Whether it has begun with another definition than this: of a release before, or for another engine. */
function isOfAnother({ kind, definition }: RunRecord, present: string): boolean {
  return OF_ONE_DEFINITION.includes(kind) && definition !== null && definition !== present;
}

/** Whether trying again would not help. */
function isFinal(error: unknown): boolean {
  return error instanceof RunFailed || error instanceof EngineError;
}
