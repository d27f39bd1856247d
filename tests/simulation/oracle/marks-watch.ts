import { TABLES } from '../../../server/src/database/models';
import { type Evidence, INDEXES } from './evidence';

interface KnownMark {
  uid: string;
  documentId: string;
  kind: string;
  at: number;
  /** Of the content, when the mark was committed. */
  revision: number;
}

/** Holds the outbox to this: a mark is removed only when the engine has the effect, or a failure is on record. */
export function createMarksWatch(evidence: Evidence): { look(): void } {
  const { scheduler, database, content, report, isEnabled, hasFailure, shown, isTampered } = evidence;
  const marks = new Map<number, KnownMark>();

  /** Whether an index shows an entry as it was at some time since a revision. */
  const isUpToDate = (uid: string, index: string, id: string, revision: number): boolean => {
    const is = shown(index, id);
    const history = content.history(uid, id);
    return history.some(({ truth }, position) => {
      const next = history[position + 1];
      if (next && next.revision <= revision) return false;
      if (truth.kind === 'failing') return true;
      return truth.kind === 'absent' ? is === null : is === truth.shows;
    });
  };

  /**
   * Whether all of a collection is going to be read anyway: enabling it again makes up for what a disable forgets. A disable
   * that is still on although it is enabled is canceled in the same transaction, which takes effect bit by bit here.
   */
  const isAboutToBeUpdated = (uid: string): boolean =>
    database
      .rows(TABLES.runs)
      .filter((run) => run.uid === uid && run.finishedAt === null)
      .some(({ kind, stamp }) => (kind === 'update' && stamp === null) || kind === 'disable');

  /** Whether a document has a mark of its own; it may have begun to embed a company after that was looked for. */
  const isMarked = (uid: string, documentId: string): boolean =>
    [...marks.values()].some((mark) => mark.kind === 'edited' && mark.uid === uid && mark.documentId === documentId);

  const documentsOf = ({ uid, documentId, kind }: KnownMark): string[] => {
    if (kind === 'edited') return [documentId];
    const embedding = content.rows().filter((row) => row.uid === uid && row.company === documentId);
    return [...new Set(embedding.map((row) => row.documentId))].filter((other) => !isMarked(uid, other));
  };

  const checkAcknowledged = (mark: KnownMark) => {
    const { uid, kind, at, revision } = mark;
    if (kind === 'all' || !isEnabled(uid) || isAboutToBeUpdated(uid)) return;
    const ids = documentsOf(mark)
      .filter((documentId) => !hasFailure(uid, documentId))
      .flatMap((documentId) => content.idsOf(uid, documentId));
    for (const index of INDEXES[uid]!) {
      if (isTampered(index, at)) continue;
      for (const id of ids.filter((candidate) => !isUpToDate(uid, index, candidate, revision))) {
        const what = `a mark "${kind}" of ${at.toFixed(0)} ms for ${id} was removed`;
        report(`${what}, but index ${index} shows ${shown(index, id)}`);
      }
    }
  };

  return {
    look() {
      const present = new Map(database.rows(TABLES.marks).map((row) => [row.id, row]));
      for (const [id, { uid, documentId, kind }] of present) {
        if (marks.has(id)) continue;
        const known = { uid: String(uid), documentId: String(documentId), kind: String(kind) };
        marks.set(id, { ...known, at: scheduler.now(), revision: content.revision });
      }
      for (const [id, mark] of marks) {
        if (present.has(id)) continue;
        marks.delete(id);
        checkAcknowledged(mark);
      }
    },
  };
}
