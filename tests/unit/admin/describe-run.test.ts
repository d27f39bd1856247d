import { countFacts } from '../../../admin/src/pages/Run/run-facts';
import {
  isRepairable,
  listsDifferences,
  listsOnly,
  noDifference,
} from '../../../admin/src/pages/Run/lists-differences';
import { describeCounts } from '../../../admin/src/runs/describe-counts';
import { describeTrigger } from '../../../admin/src/runs/describe-trigger';
import { describeDuration, runSeconds } from '../../../admin/src/runs/duration';
import { aCollection, aRun } from './factories';

describe('how long a run took', () => {
  const NOW = Date.parse('2026-05-04T10:00:07.500Z');

  it.each([
    ['is not known before it began', { startedAt: null, finishedAt: null }, null],
    ['ends with it', {}, 60],
    ['goes on while it does', { status: 'running', finishedAt: null }, 7.5],
    ['is never below zero', { startedAt: '2026-05-04T10:00:09.000Z', finishedAt: null }, 0],
  ] as const)('%s', (_, values, seconds) => {
    expect(runSeconds(aRun(values), NOW)).toBe(seconds);
  });

  it.each([
    [0.4, 'duration.moment', undefined],
    [1.4, 'duration.seconds', { seconds: 1 }],
    [59.4, 'duration.seconds', { seconds: 59 }],
    [59.7, 'duration.minutes', { minutes: 1, seconds: 0 }],
    [192, 'duration.minutes', { minutes: 3, seconds: 12 }],
    [7_500, 'duration.hours', { hours: 2, minutes: 5 }],
  ])('is given in units that fit: %p seconds', (seconds, key, values) => {
    expect(describeDuration(seconds)).toEqual({ key, values });
  });
});

describe('who started a run', () => {
  it.each([
    ['admin', 'Ada', { key: 'trigger.user', values: { user: 'Ada' } }],
    ['admin', null, { key: 'trigger.admin' }],
    ['schedule', null, { key: 'trigger.schedule' }],
    ['boot', null, { key: 'trigger.boot' }],
    ['config', null, { key: 'trigger.config' }],
    ['cli', null, { key: 'trigger.cli' }],
    ['api', null, { key: 'trigger.api' }],
  ] as const)('is said: %s, %s', (by, user, message) => {
    expect(describeTrigger({ by, user })).toEqual(message);
  });
});

describe('what a run counted', () => {
  it('is told where there is anything to tell', () => {
    expect(describeCounts(aRun({ counts: { total: 9, read: 9, pushed: 8, excluded: 1, stale: 2 } }))).toEqual([
      { key: 'count.read', values: { count: 9 } },
      { key: 'count.pushed', values: { count: 8 } },
      { key: 'count.excluded', values: { count: 1 } },
      { key: 'count.stale', values: { count: 2 } },
    ]);
    expect(describeCounts(aRun())).toEqual([]);
  });

  it('stands among its facts, of a check also what it did not find', () => {
    expect(countFacts(aRun({ counts: { total: 9, read: 9 } })).map(({ label }) => label)).toEqual([
      'fact.total',
      'fact.read',
    ]);
    expect(countFacts(aRun({ kind: 'check', counts: { stale: 2 } }))).toEqual([
      { label: 'verdict.missing.title', count: 0 },
      { label: 'verdict.stale.title', count: 2 },
      { label: 'verdict.orphaned.title', count: 0 },
    ]);
    expect(countFacts(aRun({ kind: 'check', status: 'failed' }))).toEqual([]);
  });
});

describe('the differences of a run', () => {
  it.each([
    ['update', false],
    ['check', true],
    ['repair', true],
    ['disable', false],
  ] as const)('are listed by a run of the kind %s: %p', (kind, lists) => {
    expect(listsDifferences(aRun({ kind }))).toBe(lists);
  });

  it.each([
    ['what its last check found can', { missing: 1, stale: 0, orphaned: 0, checkId: 7 }, true],
    ['what was mended cannot', { missing: 0, stale: 0, orphaned: 0, checkId: 7 }, false],
    ['what an earlier check found cannot', { missing: 1, stale: 0, orphaned: 0, checkId: 8 }, false],
    ['what an update has overtaken cannot', { missing: 1, stale: 0, orphaned: 0 }, false],
  ])('can be repaired or not: %s', (_, found, repairable) => {
    const collection = aCollection({ drift: { ...found, at: '2026-05-04T10:00:00.000Z' } });
    expect(isRepairable(aRun({ id: 7, kind: 'check' }), collection)).toBe(repairable);
    expect(isRepairable(aRun({ id: 7, kind: 'check' }), aCollection())).toBe(false);
  });

  it('are not all listed where a whole check has found more', () => {
    const check = aRun({ kind: 'check', counts: { missing: 30_000 } });
    expect(listsOnly(check, 10_000)).toBe(true);
    expect(listsOnly(check, 30_000)).toBe(false);
    expect(listsOnly({ ...check, status: 'running' }, 10_000)).toBe(false);
  });

  it('are said to be none, none as far as a check got, or none of this kind', () => {
    expect(noDifference(aRun({ kind: 'check' }), undefined)).toBe('differences.none');
    for (const status of ['running', 'failed', 'canceled'] as const) {
      expect(noDifference(aRun({ kind: 'check', status }), undefined)).toBe('differences.noneYet');
    }
    expect(noDifference(aRun({ kind: 'check' }), 'stale')).toBe('differences.noMatch');
  });
});
