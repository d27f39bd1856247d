import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';

import type { Core } from '@strapi/types';

import type { GlobalOptions } from '../config/options';
import { inTransaction } from '../database/transaction';
import type { Dependencies } from '../dependencies/dependencies';
import type { Embedders } from '../dependencies/embedders';
import { displayHost, parseHost } from '../engine/host';
import type { SearchEngine } from '../engine/search-engine';
import { createActiveRuns } from '../runs/active-runs';
import type { RunContext } from '../runs/run-context';
import { createUpdateOfMarked } from '../runs/update-marked';
import { createAhead } from '../writer/ahead';
import { createBackoff } from '../writer/backoff';
import { createBlame } from '../writer/blame';
import type { Clock } from '../writer/clock';
import { createDeliverer } from '../writer/deliverer';
import { createDoubts } from '../writer/doubts';
import { createDocumentShipping } from '../writer/document-shipping';
import { createMarkDrain } from '../writer/drain-marks';
import { createRelatedDrain } from '../writer/drain-related';
import { createIndexKeeper } from '../writer/index-keeper';
import { createLease } from '../writer/lease';
import { gatheringAfter } from '../writer/gathering';
import { createFailureRetry } from '../writer/retry-failures';
import { createShipper } from '../writer/shipper';
import { createStamps } from '../writer/stamps';
import type { Wake } from '../writer/wake';
import { createWriter, type EngineWatch, type Writer } from '../writer/writer';
import type { LanePlan } from './lane';

/** What may be enqueued ahead of the engine: its work of some seconds while nobody saves, and of few while somebody does. */
const AHEAD = { calm: 5, edited: 2, bytes: 64_000_000 };
/** Milliseconds; longer than a process may stand still for a moment, and short enough to wait for when one has died. */
const SHORTEST_LEASE = 6000;
/** Milliseconds; every instance looks at the collections once a second. SQLite has one instance only. */
const ENABLING_GRACE = 3000;
/** Milliseconds between attempts while the engine is away, or loses what it is given. */
const PAUSES = { first: 500, longest: 30_000 };

/** What all lanes share. */
export type SharedRooms = Pick<
  RunContext,
  'source' | 'reader' | 'ledger' | 'items' | 'records' | 'outbox' | 'failures' | 'exclusions'
> & {
  isSynced: (uid: string) => boolean;
  dependencies: Dependencies;
  embedders: Embedders;
  options: GlobalOptions;
  clock: Clock;
  /** Begins to watch an engine at an address. */
  watchOf: (engine: SearchEngine, host: string) => EngineWatch;
};

/** Puts a lane's writer together and starts it. */
export function startLane(
  strapi: Core.Strapi,
  plan: LanePlan,
  engine: SearchEngine,
  wake: Wake,
  rooms: SharedRooms,
): Writer {
  const { options, isSynced, reader, ledger, outbox, failures, exclusions, dependencies, embedders, clock } = rooms;
  const { monotonic } = clock;
  const stopping = new AbortController();
  const enablingGrace = strapi.db.dialect.client === 'sqlite' ? 0 : ENABLING_GRACE;
  const collections = () => [...plan.definitions.values()].filter(({ uid }) => isSynced(uid));
  const uids = () => collections().map(({ uid }) => uid);

  const lease = createLease(strapi, {
    lane: plan.name,
    owner: `${hostname()} ${process.pid} ${randomUUID()}`,
    // A request that was sent under the lease must have ended, one way or the other, before another can take it.
    ttl: Math.max(SHORTEST_LEASE, 1.5 * options.timeout),
    clock,
  });
  const stamps = createStamps(monotonic);
  const confirmLease = () => lease.confirm(stamps.last);
  const keeper = createIndexKeeper(engine, collections, confirmLease);
  const deliverer = createDeliverer({
    engine,
    lease,
    stamps,
    keeper,
    batchBytes: options.batchBytes,
    clock,
    isStopping: () => stopping.signal.aborted,
  });
  const doubts = createDoubts({ outbox, isSynced, wake: wake.byCommit, monotonic });
  const ahead = createAhead(AHEAD, monotonic);
  const shipper = createShipper({
    engine,
    deliverer,
    blame: createBlame(deliverer),
    doubts,
    reader,
    failures,
    exclusions,
    ahead,
    keeper,
    backoff: createBackoff(PAUSES),
    monotonic,
  });
  const shipping = createDocumentShipping({ reader, shipper });
  const noteEdits = (documents: number) => {
    if (documents > 0) ahead.noteEdit();
    wake.gather(gatheringAfter(documents));
  };
  const drained = { outbox, shipping, isOpen: shipper.isOpen, collections };
  const runs = createActiveRuns(
    {
      ...rooms,
      lane: plan.name,
      engine,
      shipper,
      deliverer,
      keeper,
      collections,
      purgeGuard: options.update.purgeGuard,
      abortAbove: options.check.abortAbove,
      transact: (work) => inTransaction(strapi, work),
      confirmLease,
      enablingGrace,
      monotonic,
      doubts,
      newBackoff: () => createBackoff(PAUSES),
    },
    () => plan.definitions,
  );
  const writer = createWriter({
    lane: plan.name,
    lease,
    obstacle: () => shipper.obstacle() ?? runs.obstacle(),
    withoutEngine: [runs.cancellations],
    reach: () => engine.version(),
    works: [
      shipper,
      createMarkDrain({ ...drained, noteEdits }),
      createFailureRetry({ failures, outbox, uids, wake: wake.byCommit, monotonic }),
      doubts,
      createRelatedDrain({ ...drained, isOpen: shipper.hasRoom, dependencies, embedders }),
      createUpdateOfMarked({ outbox, ledger, uids }),
      runs,
    ],
    watch: rooms.watchOf(engine, displayHost(parseHost(plan.address.host))),
    onTaken: () => {
      stamps.reset(lease.lastStamp());
      keeper.forget();
    },
    report: runs.report,
    backoff: createBackoff(PAUSES),
    wake,
    monotonic,
    log: strapi.log,
    stopping,
  });
  writer.start();
  return writer;
}
