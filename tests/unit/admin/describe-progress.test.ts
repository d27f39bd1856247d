import { describeProgress, percentOf } from '../../../admin/src/runs/describe-progress';
import { aRunningRun, aRun } from './factories';

describe('the progress of a run', () => {
  it.each([
    ['queued', null, 'progress.phase.queued'],
    ['running', 'starting', 'progress.phase.starting'],
    ['running', 'reading', 'progress.phase.reading'],
    ['running', 'settling', 'progress.phase.settling'],
    ['running', 'purging', 'progress.phase.purging'],
    ['running', 'comparing', 'progress.phase.comparing'],
    ['running', 'tracing', 'progress.phase.tracing'],
    ['running', 'repairing', 'progress.phase.repairing'],
    ['running', null, 'progress.phase.running'],
  ] as const)('is said in words: %s, %s', (status, phase, key) => {
    expect(describeProgress(aRun({ status, phase })).phase).toEqual({ key });
  });

  it('of a collection that is taken out says so', () => {
    expect(describeProgress(aRunningRun({ kind: 'disable', phase: null })).phase).toEqual({
      key: 'progress.phase.removing',
    });
  });

  it.each([
    [null, 5, null],
    [0, 0, 100],
    [200, 0, 0],
    [200, 1, 0],
    [200, 50, 25],
    [200, 199, 99],
    [200, 200, 100],
    [200, 205, 100],
  ])('of a scope of %p with %p read is %p percent', (total, read, percent) => {
    expect(percentOf(aRunningRun({ counts: { total, read } }))).toBe(percent);
  });

  it('is of unknown extent while a check looks up documents: all entries were read by then', () => {
    const tracing = aRunningRun({ kind: 'check', phase: 'tracing', counts: { total: 200, read: 200 } });
    expect(percentOf(tracing)).toBeNull();
  });

  it('says how much was read, of how much as soon as that is known', () => {
    expect(describeProgress(aRunningRun()).read).toBeNull();
    expect(describeProgress(aRunningRun({ counts: { read: 7 } })).read).toEqual({
      key: 'progress.read',
      values: { read: 7 },
    });
    expect(describeProgress(aRunningRun({ counts: { read: 7, total: 9 } })).read).toEqual({
      key: 'progress.readOfTotal',
      values: { read: 7, total: 9 },
    });
  });

  it.each([
    [0.234, { rate: 0.2 }],
    [9.96, { rate: 10 }],
    [1187.6, { rate: 1188 }],
  ])('rounds a rate of %p to what can be taken in', (rate, values) => {
    const { facts } = describeProgress(aRunningRun({ pace: { rate, secondsLeft: null } }));
    expect(facts).toEqual([{ key: 'progress.rate', values }]);
  });

  it.each([
    [0.2, 'progress.secondsLeft', { seconds: 1 }],
    [44.4, 'progress.secondsLeft', { seconds: 44 }],
    [60, 'progress.minutesLeft', { minutes: 1 }],
    [3_560, 'progress.minutesLeft', { minutes: 59 }],
    [3_600, 'progress.hoursLeft', { hours: 1, minutes: 0 }],
    [8_100, 'progress.hoursLeft', { hours: 2, minutes: 15 }],
  ])('gives %p seconds that are left in a unit that fits', (secondsLeft, key, values) => {
    const { facts } = describeProgress(aRunningRun({ pace: { rate: null, secondsLeft } }));
    expect(facts).toEqual([{ key, values }]);
  });

  it.each([
    ['reading', 2],
    ['comparing', 2],
    ['settling', 0],
    ['tracing', 0],
  ] as const)('tells the pace only while entries are read: %s', (phase, count) => {
    const run = aRunningRun({ phase, pace: { rate: 10, secondsLeft: 3 } });
    expect(describeProgress(run).facts).toHaveLength(count);
  });

  it('tells what failed, differed and was removed, and only that', () => {
    const { facts } = describeProgress(aRunningRun({ counts: { failed: 3, orphaned: 2, purged: 1 } }));
    expect(facts).toEqual([
      { key: 'count.failed', values: { count: 3 } },
      { key: 'count.orphaned', values: { count: 2 } },
      { key: 'count.removed', values: { count: 1 } },
    ]);
  });

  it('passes on what holds the run up', () => {
    expect(describeProgress(aRunningRun({ error: 'the engine is away' })).waitingFor).toBe('the engine is away');
  });
});
