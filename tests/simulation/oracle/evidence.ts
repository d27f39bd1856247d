import { TABLES } from '../../../server/src/database/models';
import type { InMemoryEngine } from '../../support/in-memory-engine';
import type { InMemoryDatabase } from '../../unit/server/fixtures/database';
import { OFFER_INDEX, SHARED_INDEX } from '../world/collections';
import { type Content, HOUSING, MODELS, OFFER, shows } from '../world/content';
import type { Scheduler } from '../world/scheduler';

/** Where the documents of each collection go. */
export const INDEXES: Readonly<Record<string, readonly string[]>> = {
  [OFFER]: [OFFER_INDEX, SHARED_INDEX],
  [HOUSING]: [SHARED_INDEX],
};

export interface Sources {
  scheduler: Scheduler;
  database: InMemoryDatabase;
  engine: InMemoryEngine;
  content: Content;
  trace: (line: string) => void;
}

/** What database, engine and content say for themselves, and from when on nothing can be expected of an index. */
export interface Evidence extends Sources {
  /** Promises broken so far. */
  readonly violations: readonly string[];
  report(violation: string): void;
  isEnabled(uid: string): boolean;
  hasFailure(uid: string, documentId: string): boolean;
  documentOf(uid: string, id: string): string;
  /** What an index shows of a search document; `null` where it has none. */
  shown(index: string, id: string): string | null;
  /** Reports an entry of which an index does not show what it ought to. */
  compare(uid: string, index: string, id: string, when: string): void;
  /** Somebody else has changed an index. */
  noteTampering(index: string): void;
  isTampered(index: string, since: number): boolean;
  /** From now on nothing promises that all of a collection is in the index. */
  doubt(uid: string): void;
  /** Ends a doubt that was there before a moment. */
  endDoubt(uid: string, before: number): void;
  isDoubtful(uid: string): boolean;
}

export function gatherEvidence(sources: Sources): Evidence {
  const { scheduler, database, engine, content, trace } = sources;
  const violations: string[] = [];
  const tamperedAt = new Map<string, number>();
  const doubtfulSince = new Map<string, number>([[OFFER, 0]]);

  const report = (violation: string) => {
    trace(`VIOLATION: ${violation}`);
    violations.push(violation);
  };
  const documentOf = (uid: string, id: string) => id.slice(MODELS[uid]!.modelName.length + 1).split('-')[0]!;
  const shown = (index: string, id: string) => {
    const document = engine.contents(index)?.get(id);
    return document ? shows(document.title, document.company) : null;
  };
  const doubt = (uid: string) => void doubtfulSince.set(uid, scheduler.now());

  return {
    ...sources,
    ...{ violations, report, documentOf, shown, doubt },

    isEnabled(uid) {
      const row = database.rows(TABLES.collections).find((candidate) => candidate.uid === uid);
      return (row?.enabled as boolean | null | undefined) ?? uid === OFFER;
    },

    hasFailure: (uid, documentId) =>
      database.rows(TABLES.failures).some((row) => row.uid === uid && row.documentId === documentId),

    compare(uid, index, id, when) {
      const truth = content.truth(uid, id);
      const is = shown(index, id);
      if (truth.kind === 'document' && is !== truth.shows) {
        report(`${when}index ${index} shows ${is} for ${id} instead of ${truth.shows}`);
      }
      if (truth.kind !== 'absent' || is === null) return;
      const ofDocument = content.idsOf(uid, documentOf(uid, id));
      const isSpared = ofDocument.some((other) => content.truth(uid, other).kind === 'failing');
      if (!isSpared) report(`${when}index ${index} still has ${id}: ${is}`);
    },

    noteTampering(index) {
      tamperedAt.set(index, scheduler.now());
      for (const [uid, indexes] of Object.entries(INDEXES)) if (indexes.includes(index)) doubt(uid);
    },

    isTampered: (index, since) => (tamperedAt.get(index) ?? -1) >= since,

    endDoubt(uid, before) {
      if ((doubtfulSince.get(uid) ?? Infinity) < before) doubtfulSince.delete(uid);
    },

    isDoubtful: (uid) => doubtfulSince.has(uid),
  };
}

/** A column that may hold text. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
