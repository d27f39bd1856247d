import { type Subject, subjectOf } from '../../../../server/src/collections/subject';
import { TABLES } from '../../../../server/src/database/models';
import { createFailures, type SeenFailure } from '../../../../server/src/failures/failures';
import { OFFER } from '../fixtures/collection';
import { createInMemoryDatabase } from '../fixtures/database';

const MINUTE = 60_000;
const NOON = Date.parse('2026-11-20T12:00:00.000Z');

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});

afterEach(() => {
  jest.useRealTimers();
});

const entry = (documentId: string, locale: string | null) => ({ documentId, locale });
const whole = (...documentIds: string[]): Subject => ({ documentIds, entries: null });
const failing = (documentId: string, locale: string | null, changes: Partial<SeenFailure> = {}): SeenFailure => ({
  documentId,
  locale,
  index: null,
  stage: 'transform',
  message: 'no city',
  ...changes,
});

function begin() {
  const database = createInMemoryDatabase();
  const rows = () => database.rows(TABLES.failures);
  const recorded = () => rows().map(({ documentId, locale }) => [documentId, locale].map(String).join(' '));
  return { failures: createFailures(database.strapi), rows, recorded };
}

describe('the record of failures', () => {
  it('says what failed, why, what to do about it, and when it is tried again', async () => {
    const { failures } = begin();
    await failures.record(OFFER, whole('a'), [failing('a', 'en')]);
    expect(await failures.list({ page: 1, pageSize: 10 })).toEqual({
      failures: [
        {
          id: 1,
          uid: OFFER,
          ...failing('a', 'en'),
          hint: expect.stringContaining('transformEntry'),
          attempts: 1,
          firstAt: '2026-11-20T12:00:00.000Z',
          lastAt: '2026-11-20T12:00:00.000Z',
          nextAttemptAt: '2026-11-20T12:01:00.000Z',
        },
      ],
      total: 1,
    });
  });

  it('counts the attempts at an entry that keeps failing, and says why it failed last', async () => {
    const { failures, rows } = begin();
    await failures.record(OFFER, whole('a'), [failing('a', 'en')]);
    jest.setSystemTime(NOON + MINUTE);
    await failures.record(OFFER, whole('a'), [failing('a', 'en', { stage: 'push', message: 'too large' })]);
    expect(rows()).toEqual([
      expect.objectContaining({
        stage: 'push',
        message: 'too large',
        hint: expect.stringContaining('large fields'),
        attempts: 2,
        firstAt: NOON,
        lastAt: NOON + MINUTE,
        nextAttemptAt: NOON + 3 * MINUTE,
      }),
    ]);
  });

  it('ends those of a whole document that are not seen again, in every locale', async () => {
    const { failures, recorded } = begin();
    await failures.record(OFFER, whole('a', 'b'), [failing('a', 'en'), failing('a', 'fr'), failing('b', 'en')]);
    await failures.record(OFFER, whole('a'), [failing('a', 'fr')]);
    expect(recorded()).toEqual(['a fr', 'b en']);
  });

  it('keeps an entry of which nothing is said although another of the same document is fine', async () => {
    const { failures, recorded } = begin();
    await failures.record(OFFER, subjectOf([entry('a', 'en')]), [failing('a', 'en')]);
    await failures.record(OFFER, subjectOf([entry('a', 'fr')]), []);
    expect(recorded()).toEqual(['a en']);
  });

  it('ends that of an entry that is looked at again and is fine', async () => {
    const { failures, recorded } = begin();
    await failures.record(OFFER, whole('a'), [failing('a', 'en'), failing('a', 'fr')]);
    await failures.record(OFFER, subjectOf([entry('a', 'en')]), []);
    expect(recorded()).toEqual(['a fr']);
  });

  it('ends that of a whole document that could not be read as soon as one of its entries is read', async () => {
    const { failures, recorded } = begin();
    const unread = { stage: 'read', message: 'Invalid key cty' } as const;
    await failures.record(OFFER, whole('a', 'b'), [failing('a', null, unread), failing('b', null, unread)]);
    await failures.record(OFFER, subjectOf([entry('a', 'en')]), []);
    expect(recorded()).toEqual(['b null']);
  });

  it('keeps apart what failed in two indexes', async () => {
    const { failures, rows } = begin();
    const both = [failing('a', 'en', { index: 'offers' }), failing('a', 'en', { index: 'all' })];
    await failures.record(OFFER, whole('a'), both);
    await failures.record(OFFER, whole('a'), both.slice(1));
    expect(rows()).toEqual([expect.objectContaining({ index: 'all', attempts: 2 })]);
  });

  it('says nothing of another content type', async () => {
    const { failures, recorded } = begin();
    await failures.record('api::job.job', whole('a'), [failing('a', null)]);
    await failures.record(OFFER, whole('a'), []);
    expect(recorded()).toEqual(['a null']);
  });

  it('copes with more documents than one statement may name', async () => {
    const { failures, recorded } = begin();
    const seen = Array.from({ length: 1200 }, (_, position) => failing(`d${position}`, null));
    await failures.record(OFFER, subjectOf(seen), seen);
    expect(recorded()).toHaveLength(1200);
    await failures.record(OFFER, whole(...seen.map(({ documentId }) => documentId)), []);
    expect(recorded()).toEqual([]);
  });
});

describe('failing documents', () => {
  it('are due when their time has come, and are then put off', async () => {
    const { failures } = begin();
    await failures.record(OFFER, whole('a', 'b'), [failing('a', 'en')]);
    expect(await failures.takeDue([OFFER], 10)).toEqual([]);
    jest.setSystemTime(NOON + MINUTE);
    expect(await failures.takeDue(['api::job.job'], 10)).toEqual([]);
    expect(await failures.takeDue([OFFER], 10)).toEqual([{ uid: OFFER, documentId: 'a' }]);
    expect(await failures.takeDue([OFFER], 10)).toEqual([]);
    jest.setSystemTime(NOON + 3 * MINUTE);
    expect(await failures.takeDue([OFFER], 10)).toEqual([{ uid: OFFER, documentId: 'a' }]);
  });

  it.each<[sentence: string, ids: [number[]?], due: string[]]>([
    ['all', [], ['a', 'b']],
    ['those that are named', [[2]], ['b']],
    ['none where none is named', [[]], []],
  ])('are due at once when a person says so: %s', async (_, ids, due) => {
    const { failures } = begin();
    await failures.record(OFFER, whole('a', 'b'), [failing('a', null), failing('b', null)]);
    expect(await failures.retryNow(...ids)).toBe(due.length);
    expect((await failures.takeDue([OFFER], 10)).map(({ documentId }) => documentId)).toEqual(due);
  });

  it('can be told from others', async () => {
    const { failures } = begin();
    await failures.record(OFFER, whole('a', 'b'), [failing('a', null)]);
    expect(await failures.among(OFFER, ['a', 'b'])).toEqual(new Set(['a']));
  });
});
