import type { Core } from '@strapi/types';

import type { Identity, Subject } from '../collections/subject';
import type { Failure } from '../contract';
import { TABLES } from '../database/models';
import { countByUid, inPortions, openTable } from '../database/table';
import { hintFor } from './hint';
import { retryDelay } from './retry-delay';

/** A document that could not be read, transformed or pushed, as it was just seen. */
export interface SeenFailure extends Identity {
  index: string | null;
  stage: Failure['stage'];
  message: string;
}

interface FailureRow extends SeenFailure {
  id: number;
  uid: string;
  hint: string | null;
  attempts: number;
  firstAt: number | string;
  lastAt: number | string;
  nextAttemptAt: number | string | null;
}

/** The record of what did not get through, and when to try it again. */
export interface Failures {
  /** Records what became of a subject: entries seen failing are kept or added, earlier failures of the others end. */
  record(uid: string, subject: Subject, seen: readonly SeenFailure[]): Promise<void>;

  /** Documents whose time to be tried again has come; each is put off by its next delay at once. */
  takeDue(uids: readonly string[], limit: number): Promise<{ uid: string; documentId: string }[]>;

  /** Makes these failures, or all, due now. Answers how many. */
  retryNow(ids?: readonly number[]): Promise<number>;

  /** Forgets the failures of a collection that is no longer synced. */
  clearCollection(uid: string): Promise<void>;

  list(query: { uid?: string; page: number; pageSize: number }): Promise<{ failures: Failure[]; total: number }>;

  /** What does not get through of a document. */
  ofDocument(uid: string, documentId: string): Promise<Failure[]>;

  /** How many there are of a collection. */
  count(uid: string): Promise<number>;

  /** The same for all collections; one without any is not named. */
  countByUid(): Promise<Map<string, number>>;

  /** Which of these documents have a failure. */
  among(uid: string, documentIds: readonly string[]): Promise<Set<string>>;
}

export function createFailures(strapi: Core.Strapi): Failures {
  const table = () => openTable<FailureRow>(strapi, TABLES.failures);
  const sameEntry = (row: SeenFailure) => (other: SeenFailure) =>
    other.documentId === row.documentId && other.locale === row.locale && other.index === row.index;

  return {
    async record(uid, subject, seen) {
      // Nearly always: one small question in place of one that names every document.
      if (seen.length === 0 && !(await table().findOne({ where: { uid }, select: ['id'] }))) return;
      for (const portion of inPortions([...new Set(subject.documentIds)])) {
        const known = await table().findMany({ where: { uid, documentId: { $in: portion } } });
        const present = seen.filter(({ documentId }) => portion.includes(documentId));
        const over = known.filter((row) => isAbout(subject, row) && !present.some(sameEntry(row))).map(({ id }) => id);
        if (over.length > 0) await table().deleteMany({ where: { id: { $in: over } } });
        const now = Date.now();
        for (const failure of present) {
          const before = known.find(sameEntry(failure));
          const attempts = (before?.attempts ?? 0) + 1;
          const outcome = {
            stage: failure.stage,
            message: failure.message,
            hint: hintFor(failure),
            attempts,
            lastAt: now,
            nextAttemptAt: now + retryDelay(attempts),
          };
          if (before) await table().updateMany({ where: { id: before.id }, data: outcome });
          else await table().create({ data: { uid, ...failure, ...outcome, firstAt: now } });
        }
      }
    },

    async takeDue(uids, limit) {
      if (uids.length === 0) return [];
      const now = Date.now();
      const due = await table().findMany({
        where: { uid: { $in: uids }, nextAttemptAt: { $lte: now } },
        orderBy: { nextAttemptAt: 'asc' },
        limit,
      });
      for (const { id, attempts } of due) {
        await table().updateMany({ where: { id }, data: { nextAttemptAt: now + retryDelay(attempts + 1) } });
      }
      return due.map(({ uid, documentId }) => ({ uid, documentId }));
    },

    async retryNow(ids) {
      // Not "now": by the clock of the writer's host that may be an hour away.
      const data = { nextAttemptAt: 0 };
      if (ids === undefined) return (await table().updateMany({ where: { id: { $gt: 0 } }, data })).count;
      let count = 0;
      for (const portion of inPortions(ids)) {
        count += (await table().updateMany({ where: { id: { $in: portion } }, data })).count;
      }
      return count;
    },

    async clearCollection(uid) {
      await table().deleteMany({ where: { uid } });
    },

    async list({ uid, page, pageSize }) {
      const where = uid === undefined ? {} : { uid };
      const [rows, total] = await Promise.all([
        table().findMany({ where, orderBy: { lastAt: 'desc' }, limit: pageSize, offset: (page - 1) * pageSize }),
        table().count({ where }),
      ]);
      return { failures: rows.map(toFailure), total };
    },

    async ofDocument(uid, documentId) {
      return (await table().findMany({ where: { uid, documentId } })).map(toFailure);
    },

    count: (uid) => table().count({ where: { uid } }),

    countByUid: () => countByUid(strapi, TABLES.failures),

    async among(uid, documentIds) {
      const failing = new Set<string>();
      for (const portion of inPortions(documentIds)) {
        const rows = await table().findMany({ where: { uid, documentId: { $in: portion } }, select: ['documentId'] });
        for (const { documentId } of rows) failing.add(documentId);
      }
      return failing;
    },
  };
}

function toFailure({ firstAt, lastAt, nextAttemptAt, ...row }: FailureRow): Failure {
  const iso = (moment: number | string) => new Date(Number(moment)).toISOString();
  return {
    ...row,
    firstAt: iso(firstAt),
    lastAt: iso(lastAt),
    nextAttemptAt: nextAttemptAt === null ? null : iso(nextAttemptAt),
  };
}

/** A failure without a locale may be one to read the whole document, which is over as soon as any of its entries is read. */
function isAbout({ entries }: Subject, row: Identity): boolean {
  if (!entries) return true;
  return entries.some(
    ({ documentId, locale }) => documentId === row.documentId && (row.locale === null || row.locale === locale),
  );
}
