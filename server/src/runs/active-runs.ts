import type { CollectionDefinition } from '../collections/collection';
import { EngineError } from '../engine/search-engine';
import { Stopped } from '../writer/deliverer';
import { LeaseLost } from '../writer/lease';
import type { Work } from '../writer/work';
import { createDisableRun } from './disable-run';
import type { RunContext, RunMachine } from './run-context';
import type { RunRecord } from './run-record';
import { createUpdateRun } from './update-run';

/** Runs worked on side by side; the others wait in their queue. */
const SIDE_BY_SIDE = 3;

/** Works on the runs of a lane, a step of each in turn, so that a small collection need not wait for a large one. */
export interface ActiveRuns extends Work {
  /** Ends the runs that a person has canceled; needs no engine, so that it works while the engine is away. */
  readonly cancellations: Work;

  /** Notes on the running runs why they are not getting on; cleared by their next progress. */
  report(message: string): Promise<void>;
}

/** @param definitions - all collections of this lane, whether synced now or not: a disable works on one that is not */
export function createActiveRuns(
  context: RunContext,
  definitions: () => ReadonlyMap<string, CollectionDefinition>,
): ActiveRuns {
  const { ledger } = context;
  const machines = new Map<number, RunMachine>();

  const machineOf = (record: RunRecord, collection: CollectionDefinition): RunMachine => {
    const known = machines.get(record.id);
    if (known) return known;
    const create = record.kind === 'disable' ? createDisableRun : createUpdateRun;
    const machine = create(context, collection, record);
    machines.set(record.id, machine);
    return machine;
  };

  const ours = async () => (await ledger.active()).filter(({ uid }) => definitions().has(uid));

  const stepOne = async (record: RunRecord): Promise<boolean> => {
    const collection = definitions().get(record.uid);
    if (!collection) return false;
    if (record.status === 'queued') {
      const phase = record.kind === 'disable' ? 'purging' : 'starting';
      await ledger.move(record, 'queued', 'running', { startedAt: Date.now(), phase });
      return true;
    }
    try {
      return await machineOf(record, collection).step(record);
    } catch (error) {
      if (canWait(error)) throw error;
      machines.delete(record.id);
      return ledger.move(record, 'running', 'failed', {
        error: error instanceof Error ? error.message : String(error),
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
    reset: () => undefined,
  };

  return {
    cancellations,

    async step() {
      const active = await ours();
      const workable = active.filter(({ status }) => status !== 'awaiting-confirmation').slice(0, SIDE_BY_SIDE);
      for (const id of machines.keys()) {
        if (!workable.some((record) => record.id === id)) machines.delete(id);
      }
      let didAnything = false;
      for (const record of workable) didAnything = (await stepOne(record)) || didAnything;
      return didAnything;
    },

    reset() {
      machines.clear();
    },

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
