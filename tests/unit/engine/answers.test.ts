import { parseTimestamp, tasksAnswer } from '../../../server/src/engine/answers';

describe('a time of the engine', () => {
  it.each([
    ['2026-11-22T05:32:19.503762904Z', Date.UTC(2026, 10, 22, 5, 32, 19, 503)],
    ['2026-11-22T05:32:19.999999999Z', Date.UTC(2026, 10, 22, 5, 32, 19, 999)],
    ['2026-11-22T05:32:19.5Z', Date.UTC(2026, 10, 22, 5, 32, 19, 500)],
    ['2026-11-22T05:32:19Z', Date.UTC(2026, 10, 22, 5, 32, 19)],
    ['2026-11-22T05:32:19.503762904+02:00', Date.UTC(2026, 10, 22, 3, 32, 19, 503)],
  ])('%s is read in milliseconds and never rounded up', (timestamp, expected) => {
    expect(parseTimestamp(timestamp)).toBe(expected);
  });
});

describe('the tasks of the engine', () => {
  const common = { indexUid: 'offers', enqueuedAt: '2026-11-22T05:00:00Z', canceledBy: null };
  const times = { startedAt: '2026-11-22T05:00:01.250000001Z', finishedAt: '2026-11-22T05:00:03.5Z' };

  it('are read with what they did and how long they took', () => {
    const results = [
      { ...common, uid: 1, status: 'enqueued', details: { receivedDocuments: 2, indexedDocuments: null } },
      { ...common, uid: 2, status: 'canceled', error: null },
      { ...common, ...times, uid: 3, status: 'succeeded', details: { receivedDocuments: 2, indexedDocuments: 1 } },
      { ...common, ...times, uid: 4, status: 'succeeded', details: { providedIds: 3, deletedDocuments: 2 } },
      { ...common, ...times, uid: 5, status: 'succeeded', details: null },
      {
        ...common,
        ...times,
        uid: 6,
        status: 'failed',
        error: { message: 'The embedder is away.', code: 'vector_embedding_error', type: 'invalid_request', link: '' },
      },
    ];
    expect(tasksAnswer.parse({ results, total: 6 })).toEqual([
      { uid: 1, status: 'enqueued' },
      { uid: 2, status: 'canceled' },
      { uid: 3, status: 'succeeded', received: 2, deleted: null, duration: 2250 },
      { uid: 4, status: 'succeeded', received: null, deleted: 2, duration: 2250 },
      { uid: 5, status: 'succeeded', received: null, deleted: null, duration: 2250 },
      {
        uid: 6,
        status: 'failed',
        blames: 'engine',
        refusal: { code: 'vector_embedding_error', message: 'The embedder is away.' },
      },
    ]);
  });

  it('of a status that nobody knows are not understood', () => {
    expect(tasksAnswer.safeParse({ results: [{ ...common, uid: 1, status: 'sleeping' }] }).success).toBe(false);
  });
});
