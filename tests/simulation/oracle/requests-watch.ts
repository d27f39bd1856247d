import { TABLES } from '../../../server/src/database/models';
import type { Line, StoredDocument } from '../../../server/src/engine/search-engine';
import { MODELS } from '../world/content';
import type { EngineChange } from '../world/network';
import type { SimulatedProcess } from '../world/scheduler';
import type { Evidence } from './evidence';

/** Holds requests to this: only the owner of the lease sends any, stamps never fall, and what lives is not named for deletion. */
export interface RequestsWatch {
  /** A process has changed a lease. */
  onLease(process: SimulatedProcess): void;
  /** A process has looked documents up. */
  onRead(process: SimulatedProcess, uid: string, documentIds: readonly string[]): void;
  onChange(process: SimulatedProcess, change: EngineChange): void;
  /** The highest stamp that was pushed. */
  lastStamp(): number;
}

export function createRequestsWatch(evidence: Evidence): RequestsWatch {
  const { scheduler, database, content, trace, report, documentOf } = evidence;
  const owners = new Map<string, SimulatedProcess>();
  const lookedUp = new Map<SimulatedProcess, Map<string, number>>();
  let lastStamp = 0;

  const checkOwner = (process: SimulatedProcess, method: string) => {
    const owner = database.rows(TABLES.leases)[0]?.owner;
    const holder = typeof owner === 'string' ? owners.get(owner) : undefined;
    if (holder === process) return;
    report(`${process.name} calls ${method}, but the lease is ${holder ? `with ${holder.name}` : 'with nobody'}`);
  };

  const checkStamps = (lines: readonly string[]) => {
    for (const line of lines) {
      const { _strapi, _meilisearch_id: id } = JSON.parse(line) as StoredDocument;
      const stamp = _strapi!.syncedAt;
      if (stamp < lastStamp) report(`the stamp of ${id} fell by ${lastStamp - stamp}`);
      lastStamp = Math.max(lastStamp, stamp);
    }
  };

  /** What was in scope when it was looked up last, and has been ever since, must not be named for deletion. */
  const checkDeletion = (process: SimulatedProcess, ids: readonly string[]) => {
    for (const uid of Object.keys(MODELS)) {
      const known = new Set(content.idsOf(uid));
      for (const id of ids.filter((candidate) => known.has(candidate))) {
        const since = content.inScopeSince(uid, id);
        const at = lookedUp.get(process)?.get(`${uid} ${documentOf(uid, id)}`);
        if (since !== null && at !== undefined && since < at) report(`${id} is to be deleted, but lives`);
      }
    }
  };

  return {
    onLease(process) {
      for (const { owner } of database.rows(TABLES.leases)) {
        if (typeof owner !== 'string' || owners.has(owner)) continue;
        owners.set(owner, process);
        trace(`  ${process.name} takes the lease`);
      }
    },

    onRead(process, uid, documentIds) {
      const times = lookedUp.get(process) ?? new Map<string, number>();
      lookedUp.set(process, times);
      for (const documentId of documentIds) times.set(`${uid} ${documentId}`, scheduler.now());
    },

    onChange(process, { method, args, uid }) {
      const [index, about] = args;
      const what = method === 'addDocuments' ? [...(about as Iterable<Line>)].map(String) : about;
      trace(`  ${process.name}: task ${uid}: ${method} ${String(index)} ${namedIn(what)}`);
      checkOwner(process, method);
      if (method === 'addDocuments') checkStamps(what as string[]);
      if (method === 'deleteDocuments') checkDeletion(process, what as string[]);
    },

    lastStamp: () => lastStamp,
  };
}

/** What a request is about, in few words. */
const namedIn = (what: unknown): string =>
  (JSON.stringify(what ?? null).match(/(?:offer|housing)-\d+(?:-\w+)?|syncedBefore":\d+/g) ?? []).join(' ');
