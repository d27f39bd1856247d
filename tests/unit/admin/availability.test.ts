import {
  decisionUnavailable,
  switchUnavailable,
  updateUnavailable,
} from '../../../admin/src/pages/Collections/availability';
import { A_PROBLEM, aCollection, ALL_ALLOWED, aRunningRun } from './factories';

describe('the Update button', () => {
  it.each([
    ['works', {}, null],
    ['works while changes wait', { state: 'pending', pending: 3 }, null],
    ['works while the engine is away: the server says so', { state: 'unreachable', indexedCount: null }, null],
    ['is off for a collection that is not synced', { enabled: false }, 'unavailable.notSynced'],
    ['is off while a run goes on', { activeRun: aRunningRun() }, 'unavailable.running'],
    [
      'is off while a run waits for a decision',
      { activeRun: aRunningRun({ status: 'awaiting-confirmation' }) },
      'unavailable.undecided',
    ],
    ['is off when the configuration has a problem', { problems: [A_PROBLEM] }, 'unavailable.problems'],
  ] as const)('%s', (_, values, reason) => {
    expect(
      updateUnavailable(
        aCollection({ ...values, problems: [...('problems' in values ? values.problems : [])] }),
        ALL_ALLOWED,
      ),
    ).toBe(reason);
  });

  it('is off without the permission, whatever else holds', () => {
    expect(updateUnavailable(aCollection(), { ...ALL_ALLOWED, updateCollection: false })).toBe(
      'unavailable.permission',
    );
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

describe('canceling and confirming', () => {
  it('needs the permission to update', () => {
    expect(decisionUnavailable(ALL_ALLOWED)).toBeNull();
    expect(decisionUnavailable({ ...ALL_ALLOWED, updateCollection: false })).toBe('unavailable.permission');
  });
});
