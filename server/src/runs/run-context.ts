import type { CollectionDefinition } from '../collections/collection';
import type { CollectionRecords } from '../collections/collection-records';
import type { EntrySource } from '../collections/entry-source';
import type { Exclusions } from '../collections/exclusions';
import type { SearchEngine } from '../engine/search-engine';
import type { Failures } from '../failures/failures';
import type { Outbox } from '../outbox/outbox';
import type { Backoff } from '../writer/backoff';
import type { Deliverer } from '../writer/deliverer';
import type { Doubts } from '../writer/doubts';
import type { IndexKeeper } from '../writer/index-keeper';
import type { PortionReader } from '../writer/portion-reader';
import type { Shipper } from '../writer/shipper';
import type { Transact } from '../database/transaction';
import type { Ledger } from './ledger';
import type { RunItems } from './run-items';
import type { RunRecord } from './run-record';

/** What the runs of a lane work with. */
export interface RunContext {
  /** The name of the lane. */
  lane: string;
  engine: SearchEngine;
  source: EntrySource;
  reader: PortionReader;
  shipper: Shipper;
  deliverer: Deliverer;
  keeper: IndexKeeper;
  ledger: Ledger;
  items: RunItems;
  records: CollectionRecords;
  outbox: Outbox;
  failures: Failures;
  exclusions: Exclusions;
  /** Collections synced on this lane now. */
  collections: () => readonly CollectionDefinition[];
  purgeGuard: number;
  /** More differences than this are not repaired without a person; `undefined`: by the size of the collection. */
  abortAbove: number | undefined;
  /** Runs database work in one transaction. */
  transact: Transact;
  /** Milliseconds after which all instances capture a collection that one of them has enabled. */
  enablingGrace: number;
  /** @throws LeaseLost where this process is not the writer any more */
  confirmLease: () => Promise<void>;
  monotonic: () => number;
  /** Notes documents of which a deletion went unanswered. */
  doubts: Pick<Doubts, 'note'>;
  /** Pauses after what the engine has lost. */
  newBackoff: () => Backoff;
}

/** A run as a state machine: the ledger knows its state, each step moves it on a little. */
export interface RunMachine {
  /**
   * Does the next bit of the run.
   * @param record - the run as the ledger has it now
   * @returns whether there was anything to do; `false` while it waits for the engine
   */
  step(record: RunRecord): Promise<boolean>;

  /** Why it is not getting on, though the engine answers; `null` while it is. */
  obstacle?(): string | null;
}
