import type { Outbox } from '../outbox/outbox';
import type { Work } from '../writer/work';
import type { Ledger } from './ledger';
import { isPartial, type RunRecord } from './run-record';
import { BY_API } from './triggers';

const AT_ONCE = 100;

/** Queues a complete update for each collection of which one write has touched more documents than can be named. */
export function createUpdateOfMarked(deps: { outbox: Outbox; ledger: Ledger; uids: () => readonly string[] }): Work {
  const { outbox, ledger, uids } = deps;

  return {
    async step() {
      const marks = await outbox.oldest(uids(), ['all'], AT_ONCE);
      for (const uid of new Set(marks.map((mark) => mark.uid))) {
        const run = await ledger.queue('update', uid, BY_API, { purge: true, owed: true });
        // One that has begun to read may have passed these documents already: another one follows it.
        if (hasBegun(run) || isPartial(run.options) || !run.options.purge) continue;
        if (!run.options.owed)
          await ledger.move(run, run.status, run.status, { options: { ...run.options, owed: true } });
        await outbox.clear(marks.filter((mark) => mark.uid === uid).map(({ id }) => id));
      }
      return false;
    },
    isAtWork: () => false,
    reset: () => undefined,
  };
}

const hasBegun = ({ status, phase, stamp }: RunRecord): boolean =>
  status !== 'queued' && !(phase === 'starting' && stamp === null);
