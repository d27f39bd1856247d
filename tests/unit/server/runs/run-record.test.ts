import type { RunStatus } from '../../../../server/src/contract';
import {
  addCounts,
  isPartial,
  isTerminal,
  NO_COUNTS,
  type RunRecord,
  toRun,
} from '../../../../server/src/runs/run-record';

const RECORD: RunRecord = {
  id: 7,
  kind: 'update',
  uid: 'api::offer.offer',
  status: 'running',
  trigger: { by: 'admin', user: 'Ada Lovelace' },
  options: { purge: true, filters: { city: 'Lyon' } },
  definition: null,
  phase: 'reading',
  cursor: 4200,
  until: null,
  stamp: 1_795_312_800_123,
  counts: { ...NO_COUNTS, total: 2000, read: 500 },
  pace: { rate: 250, secondsLeft: 6 },
  error: null,
  cancelRequested: false,
  queuedAt: Date.UTC(2026, 10, 20, 10),
  startedAt: Date.UTC(2026, 10, 20, 10, 0, 1, 5),
  finishedAt: null,
};

describe('a run', () => {
  it.each<[status: RunStatus, over: boolean]>([
    ['queued', false],
    ['running', false],
    ['awaiting-confirmation', false],
    ['succeeded', true],
    ['succeeded-with-failures', true],
    ['failed', true],
    ['canceled', true],
  ])('that is %s is over: %s', (status, over) => {
    expect(isTerminal(status)).toBe(over);
  });

  it.each<[sentence: string, options: RunRecord['options'], partial: boolean]>([
    ['of everything is complete', {}, false],
    ['of everything that is not to purge is complete', { purge: false }, false],
    ['of some entries is partial', { filters: { city: 'Lyon' } }, true],
    ['of entries that an empty filter lets through is partial, to be on the safe side', { filters: {} }, true],
    ['of one locale is partial', { locale: 'fr' }, true],
  ])('%s', (_, options, partial) => {
    expect(isPartial(options)).toBe(partial);
  });

  it('shows what is public of it, with times in words', () => {
    expect(toRun(RECORD)).toEqual({
      id: 7,
      kind: 'update',
      uid: 'api::offer.offer',
      trigger: { by: 'admin', user: 'Ada Lovelace' },
      status: 'running',
      phase: 'reading',
      startedAt: '2026-11-20T10:00:01.005Z',
      finishedAt: null,
      stamp: 1_795_312_800_123,
      counts: { ...NO_COUNTS, total: 2000, read: 500 },
      pace: { rate: 250, secondsLeft: 6 },
      error: null,
      depth: null,
      checkId: null,
    });
  });

  it('shows no time for what has not happened', () => {
    const queued = { ...RECORD, status: 'queued' as const, phase: null, startedAt: null, stamp: null };
    expect(toRun(queued)).toMatchObject({ startedAt: null, finishedAt: null, stamp: null, phase: null });
  });

  it('shows when it ended and why', () => {
    const failed = { ...RECORD, status: 'failed' as const, finishedAt: Date.UTC(2026, 10, 20, 11), error: 'no index' };
    expect(toRun(failed)).toMatchObject({ finishedAt: '2026-11-20T11:00:00.000Z', error: 'no index' });
  });

  it('has counted nothing at first, and does not know the total', () => {
    const { total, ...counted } = NO_COUNTS;
    expect(total).toBeNull();
    expect(new Set(Object.values(counted))).toEqual(new Set([0]));
  });
});

describe('counts of a run', () => {
  it('grow by what a page adds, and keep the rest', () => {
    const before = { ...NO_COUNTS, total: 9, read: 4, pushed: 3, purged: 1 };
    const after = { ...before, read: 6, pushed: 4, failed: 1 };
    expect(addCounts(before, { read: 2, pushed: 1, failed: 1 })).toEqual(after);
  });
});
