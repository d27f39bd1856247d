import type { Reason } from '../../../../server/src/notify/news';
import { worthTelling } from '../../../../server/src/notify/worth-telling';
import { aRun } from '../fixtures/run-record';

const DRIFT = { missing: 3, stale: 1, orphaned: 2 };
const TOO_MANY = '6 differences are more than check.abortAbove allows.';
const LOOKING = { depth: 'full', repair: false } as const;

describe('worth telling is', () => {
  it.each<[sentence: string, run: Parameters<typeof aRun>[0], reason: Reason]>([
    ['a repair that pushed something', { kind: 'repair', counts: { pushed: 1 } }, 'repaired'],
    ['a repair that deleted something', { kind: 'repair', counts: { purged: 1 } }, 'repaired'],
    ['a check that found too much to repair', { counts: DRIFT, error: TOO_MANY }, 'left'],
    ['a check that was not to repair what it found', { counts: DRIFT, options: LOOKING }, 'left'],
    ['a check by hand that found something', { counts: { stale: 1 }, options: {} }, 'left'],
    ['a check that failed', { status: 'failed', error: 'no such index' }, 'failed'],
    ['an update by hand that failed', { kind: 'update', status: 'failed' }, 'failed'],
    ['a repair that failed halfway', { kind: 'repair', status: 'failed', counts: { pushed: 5 } }, 'failed'],
    ['a disable that failed', { kind: 'disable', status: 'failed' }, 'failed'],
    [
      'a check that found too much to repair, and failures',
      { status: 'succeeded-with-failures', counts: { ...DRIFT, failed: 1 }, error: TOO_MANY },
      'left',
    ],
    [
      'a check with failures whose differences are repaired next',
      { status: 'succeeded-with-failures', counts: { ...DRIFT, failed: 1 } },
      'with-failures',
    ],
    ['an update with failures', { kind: 'update', status: 'succeeded-with-failures' }, 'with-failures'],
    ['a repair with failures', { kind: 'repair', status: 'succeeded-with-failures' }, 'with-failures'],
    ['an update whose purge waits', { kind: 'update', status: 'awaiting-confirmation' }, 'awaiting-confirmation'],
  ])('%s', (_, run, reason) => {
    expect(worthTelling(aRun(run))).toBe(reason);
  });
});

describe('not worth telling is', () => {
  it.each<[sentence: string, run: Parameters<typeof aRun>[0]]>([
    ['a check without a difference', {}],
    ['a check by hand without a difference', { options: {} }],
    ['a check whose differences are repaired next', { counts: DRIFT }],
    ['a repair that had nothing to do any more', { kind: 'repair', counts: { unchanged: 6 } }],
    ['an update that got through', { kind: 'update', counts: { pushed: 3000, purged: 4 } }],
    ['a disable that got through', { kind: 'disable', counts: { purged: 3000 } }],
    ['a run that a person has canceled', { kind: 'update', status: 'canceled', counts: { failed: 1 } }],
    ['a check that was not made', { status: 'canceled', error: 'This check was not made: …' }],
    ['a run that is queued', { status: 'queued' }],
    ['a run that is on', { status: 'running', counts: DRIFT, error: 'Nothing listens there.' }],
  ])('%s', (_, run) => {
    expect(worthTelling(aRun(run))).toBeNull();
  });
});
