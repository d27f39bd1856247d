import { z } from 'zod';
import { blame, type EngineComplaint } from './errors';
import type { DocumentPage, EnqueuedTask, IndexSettings, IndexSizes, StoredDocument, Task } from './search-engine';

/** A time of the engine (RFC 3339 with nanoseconds) in milliseconds since the epoch, cut and never rounded up. */
export function parseTimestamp(timestamp: string): number {
  return Date.parse(timestamp.replace(/(\.\d{3})\d+/, '$1'));
}

const time = z
  .string()
  .transform(parseTimestamp)
  .refine((value) => Number.isFinite(value), 'not a time');

/** What every error answer says, and a failed task. */
export const complaintAnswer: z.ZodType<EngineComplaint> = z.object({
  code: z.string(),
  message: z.string(),
  type: z.string(),
});

/** `GET /version` */
export const versionAnswer = z.object({ pkgVersion: z.string() }).transform((answer) => answer.pkgVersion);

/** `GET /indexes/:uid/settings` */
export const settingsAnswer: z.ZodType<IndexSettings> = z.record(z.string(), z.unknown());

/** Statistics of an index, of which only the names of the fields are of interest. */
export const storedFieldsAnswer = z
  .object({ fieldDistribution: z.record(z.string(), z.number()) })
  .transform((answer) => Object.keys(answer.fieldDistribution));

/** `GET /stats`, of which only the sizes of the indexes and the moment of the last change are of interest. */
export const indexSizesAnswer = z
  .object({
    // Without any index there was no change.
    lastUpdate: z.string().nullish(),
    indexes: z.record(z.string(), z.object({ numberOfDocuments: z.number() })),
  })
  .transform(({ lastUpdate, indexes }): IndexSizes => ({
    changed: lastUpdate ?? '',
    documents: new Map(Object.entries(indexes).map(([index, { numberOfDocuments }]) => [index, numberOfDocuments])),
  }));

/** The answer to everything that changes something: the task that will do it. */
export const enqueuedAnswer: z.ZodType<EnqueuedTask> = z
  .object({ taskUid: z.number(), enqueuedAt: time })
  .transform(({ taskUid, enqueuedAt }) => ({ uid: taskUid, enqueuedAt }));

/**
 * `POST /indexes/:uid/documents/fetch`. An engine made of several answers also when some of them do not, and lists
 * those: such a page is not the truth.
 */
export const pageAnswer: z.ZodType<DocumentPage> = z
  .object({
    // What lies in a document is not checked: there may be thousands, and they may be anybody's.
    results: z.array(z.custom<StoredDocument>((value) => typeof value === 'object' && value !== null)),
    total: z.number(),
    remoteErrors: z.record(z.string(), z.unknown()).optional(),
  })
  .refine(({ remoteErrors = {} }) => Object.keys(remoteErrors).length === 0, 'a part of the engine is away')
  .transform(({ results, total }) => ({ documents: results, total }));

const taskDetails = z.object({ receivedDocuments: z.number().nullish(), deletedDocuments: z.number().nullish() });

const task = z
  .discriminatedUnion('status', [
    z.object({ uid: z.number(), status: z.enum(['enqueued', 'processing', 'canceled']) }),
    z.object({
      uid: z.number(),
      status: z.literal('succeeded'),
      details: taskDetails.nullish(),
      startedAt: time,
      finishedAt: time,
    }),
    z.object({
      uid: z.number(),
      status: z.literal('failed'),
      error: complaintAnswer,
    }),
  ])
  .transform((answer): Task => {
    switch (answer.status) {
      case 'succeeded':
        return {
          uid: answer.uid,
          status: answer.status,
          received: answer.details?.receivedDocuments ?? null,
          deleted: answer.details?.deletedDocuments ?? null,
          duration: answer.finishedAt - answer.startedAt,
        };
      case 'failed': {
        const { code, message } = answer.error;
        return { uid: answer.uid, status: answer.status, refusal: { code, message }, blames: blame(answer.error) };
      }
      case 'enqueued':
      case 'processing':
      case 'canceled':
        return answer;
    }
  });

/** `GET /tasks` */
export const tasksAnswer = z.object({ results: z.array(task) }).transform((answer) => answer.results);
