import { runMoment, runResult } from '../../../admin/src/pages/Collections/last-update';
import { aRun } from './factories';

describe('the last update', () => {
  it.each([
    ['succeeded', 'success', { key: 'result.succeeded' }],
    ['succeeded-with-failures', 'warning', { key: 'result.withFailures', values: { count: 2 } }],
    ['failed', 'danger', { key: 'result.failed' }],
    ['canceled', 'neutral', { key: 'result.canceled' }],
    ['queued', 'primary', { key: 'result.running' }],
    ['running', 'primary', { key: 'result.running' }],
    ['awaiting-confirmation', 'primary', { key: 'result.running' }],
  ] as const)('%s is said with a tone', (status, tone, message) => {
    expect(runResult(aRun({ status, counts: { failed: 2 } }))).toEqual({ tone, message });
  });

  it('is dated by its end, and by its start before that', () => {
    expect(runMoment(aRun())).toBe('2026-05-04T10:01:00.000Z');
    expect(runMoment(aRun({ status: 'running', finishedAt: null }))).toBe('2026-05-04T10:00:00.000Z');
    expect(runMoment(aRun({ status: 'queued', startedAt: null, finishedAt: null }))).toBeNull();
    expect(runMoment(aRun({ status: 'canceled', finishedAt: null }))).toBe('2026-05-04T10:00:00.000Z');
  });
});
