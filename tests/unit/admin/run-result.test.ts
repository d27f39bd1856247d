import { runMoment, runResult } from '../../../admin/src/runs/run-result';
import { aRun } from './factories';

describe('how a run ended', () => {
  it.each([
    ['succeeded', 'success', 'run.status.succeeded'],
    ['failed', 'danger', 'run.status.failed'],
    ['canceled', 'neutral', 'run.status.canceled'],
    ['queued', 'primary', 'run.status.queued'],
    ['running', 'primary', 'run.status.running'],
    ['awaiting-confirmation', 'warning', 'state.awaitingConfirmation'],
  ] as const)('%s is said with a tone', (status, tone, key) => {
    expect(runResult(aRun({ status }))).toEqual({ tone, messages: [{ key }] });
  });

  it('with failures is said with their number', () => {
    const messages = [{ key: 'result.withFailures', values: { count: 2 } }];
    expect(runResult(aRun({ status: 'succeeded-with-failures', counts: { failed: 2 } }))).toEqual({
      tone: 'warning',
      messages,
    });
  });

  it('is, of a check, what it found', () => {
    const check = aRun({ kind: 'check', counts: { missing: 3, orphaned: 2 } });
    expect(runResult(check)).toEqual({
      tone: 'warning',
      messages: [
        { key: 'count.missing', values: { count: 3 } },
        { key: 'count.orphaned', values: { count: 2 } },
      ],
    });
    expect(runResult(aRun({ kind: 'check' }))).toEqual({
      tone: 'success',
      messages: [{ key: 'result.noDifference' }],
    });
    expect(runResult({ ...check, status: 'failed' }).messages).toEqual([{ key: 'run.status.failed' }]);
  });

  it('is dated by its end, and by its start before that', () => {
    expect(runMoment(aRun())).toBe('2026-05-04T10:01:00.000Z');
    expect(runMoment(aRun({ status: 'running', finishedAt: null }))).toBe('2026-05-04T10:00:00.000Z');
    expect(runMoment(aRun({ status: 'queued', startedAt: null, finishedAt: null }))).toBeNull();
    expect(runMoment(aRun({ status: 'canceled', finishedAt: null }))).toBe('2026-05-04T10:00:00.000Z');
  });
});
