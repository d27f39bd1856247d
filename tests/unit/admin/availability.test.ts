import {
  decisionUnavailable,
  isCancelable,
  repairUnavailable,
  switchUnavailable,
  startUnavailable,
} from '../../../admin/src/runs/availability';
import { A_PROBLEM, aCollection, ALL_ALLOWED, aRunningRun } from './factories';

describe('the buttons that start an update, a check or a repair', () => {
  it.each([
    ['work', {}, null],
    ['work while changes wait', { state: 'pending', pending: 3 }, null],
    ['work while the engine is away: the server says so', { state: 'unreachable', indexedCount: null }, null],
    ['are off for a collection that is not synced', { enabled: false }, 'unavailable.notSynced'],
    ['are off while a run goes on', { activeRun: aRunningRun() }, 'unavailable.running'],
    [
      'are off while a run waits for a decision',
      { activeRun: aRunningRun({ status: 'awaiting-confirmation' }) },
      'unavailable.undecided',
    ],
    ['are off when the configuration has a problem', { problems: [A_PROBLEM] }, 'unavailable.problems'],
  ] as const)('%s', (_, values, reason) => {
    expect(
      startUnavailable(
        aCollection({ ...values, problems: [...('problems' in values ? values.problems : [])] }),
        ALL_ALLOWED,
      ),
    ).toBe(reason);
  });

  it('are off without the permission, whatever else holds', () => {
    expect(startUnavailable(aCollection(), { ...ALL_ALLOWED, updateCollection: false })).toBe('unavailable.permission');
  });
});

describe('the button that repairs', () => {
  const drift = { missing: 30_000, stale: 0, orphaned: 0, at: '2026-05-04T10:00:00.000Z', checkId: 7 };

  it.each([
    ['works where all differences are listed', { drift }, null],
    [
      'is off where they are not: the server would refuse',
      { drift: { ...drift, unlisted: 1 } },
      'unavailable.unlisted',
    ],
    ['is off where nothing can be started', { drift, enabled: false }, 'unavailable.notSynced'],
  ] as const)('%s', (_, values, reason) => {
    expect(repairUnavailable(aCollection(values), ALL_ALLOWED)).toBe(reason);
  });
});

describe('the switch', () => {
  it.each([
    ['on', true, { ...ALL_ALLOWED, disableCollection: false }, 'unavailable.permission'],
    ['on', true, { ...ALL_ALLOWED, enableCollection: false }, null],
    ['off', false, { ...ALL_ALLOWED, enableCollection: false }, 'unavailable.permission'],
    ['off', false, { ...ALL_ALLOWED, disableCollection: false }, null],
  ])('that is %s needs the permission to turn it (case %#)', (_, enabled, allowed, reason) => {
    expect(switchUnavailable(aCollection({ enabled }), allowed)).toBe(reason);
  });

  it('can be turned off, not on, when the configuration has a problem', () => {
    expect(switchUnavailable(aCollection({ problems: [A_PROBLEM] }), ALL_ALLOWED)).toBeNull();
    expect(switchUnavailable(aCollection({ enabled: false, problems: [A_PROBLEM] }), ALL_ALLOWED)).toBe(
      'unavailable.problems',
    );
  });

  it('rests while its documents are being removed', () => {
    const activeRun = aRunningRun({ kind: 'disable' });
    expect(switchUnavailable(aCollection({ enabled: false, activeRun }), ALL_ALLOWED)).toBe('unavailable.running');
  });
});

describe('canceling', () => {
  it.each([
    ['update', true],
    ['check', true],
    ['repair', true],
    ['disable', false],
  ] as const)('is offered for a run of the kind %s: %p', (kind, isOffered) => {
    expect(isCancelable(aRunningRun({ kind }))).toBe(isOffered);
  });
});

describe('canceling and confirming', () => {
  it('needs the permission to update', () => {
    expect(decisionUnavailable(ALL_ALLOWED)).toBeNull();
    expect(decisionUnavailable({ ...ALL_ALLOWED, updateCollection: false })).toBe('unavailable.permission');
  });
});
