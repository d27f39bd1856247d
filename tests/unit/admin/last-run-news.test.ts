import { lastRunNews } from '../../../admin/src/pages/Collections/last-run-news';
import { aRun } from './factories';

describe('how the last runs of a row ended', () => {
  it.each([
    ['an update that went well', {}],
    ['a check that found something, which stands below', { kind: 'check', counts: { stale: 1 } }],
  ] as const)('goes without saying: %s', (_, values) => {
    expect(lastRunNews(aRun(values))).toBeNull();
  });

  it.each([
    ['a check that found nothing', { kind: 'check' }, 'result.noDifference'],
    ['an update that failed', { status: 'failed' }, 'run.status.failed'],
    ['an update with failures', { status: 'succeeded-with-failures' }, 'result.withFailures'],
    ['a check that was canceled', { kind: 'check', status: 'canceled', counts: { stale: 1 } }, 'run.status.canceled'],
  ] as const)('is said: %s', (_, values, key) => {
    expect(lastRunNews(aRun(values))?.messages.map((message) => message.key)).toEqual([key]);
  });
});
