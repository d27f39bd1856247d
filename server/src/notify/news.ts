import type { Failure, Run, RunItem, Verdict } from '../contract';

/** Why a run is worth telling. */
export type Reason =
  /** A repair has changed something. */
  | 'repaired'
  /** Differences were found and left to a person. */
  | 'left'
  /** It ended, but some documents did not get through. */
  | 'with-failures'
  | 'failed'
  /** Its purge would take so much that a person has to agree. */
  | 'awaiting-confirmation';

/** A document that a run is told with: one that differed, or one that failed. */
export interface NamedDocument {
  documentId: string | null;
  locale: string | null;
  index: string | null;
  verdict: Verdict | null;
  result: RunItem['result'];
  /** Why it failed. */
  message: string | null;
}

/** Something worth telling. Times are ISO 8601 strings. */
export type News =
  | {
      kind: 'run';
      reason: Reason;
      collection: { uid: string; displayName: string };
      run: Run;
      /** The first of those that differed, or that failed. */
      documents: NamedDocument[];
      /** How many there are. */
      total: number;
      /** Where the admin panel shows the run. */
      link: string;
    }
  | { kind: 'engine-unreachable'; host: string; since: string; error: string }
  | { kind: 'engine-back'; host: string; since: string; until: string };

export function documentOfItem({ documentId, locale, index, verdict, result }: RunItem): NamedDocument {
  return { documentId, locale, index, verdict, result, message: null };
}

export function documentOfFailure({ documentId, locale, index, message }: Failure): NamedDocument {
  return { documentId, locale, index, verdict: null, result: 'failed', message };
}
