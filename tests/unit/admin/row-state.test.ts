import { countsDiffer, stateBadge, stateNotes } from '../../../admin/src/pages/Collections/row-state';
import { aCollection, aRunningRun } from './factories';

describe('the state of a row', () => {
  it.each([
    ['disabled', 'neutral', 'state.disabled'],
    ['never-indexed', 'neutral', 'state.neverIndexed'],
    ['pending', 'primary', 'state.pending'],
    ['in-sync', 'success', 'state.inSync'],
    ['drifted', 'warning', 'state.drifted'],
    ['failing', 'danger', 'state.failing'],
    ['unreachable', 'danger', 'state.unreachable'],
  ] as const)('%s has a badge', (state, tone, label) => {
    expect(stateBadge({ state, activeRun: null })).toEqual({ tone, label });
  });

  it.each([
    ['update', 'state.running.update'],
    ['check', 'state.running.check'],
    ['repair', 'state.running.repair'],
    ['disable', 'state.running.disable'],
  ] as const)('names what is running: %s', (kind, label) => {
    expect(stateBadge({ state: 'running', activeRun: aRunningRun({ kind }) })).toEqual({ tone: 'primary', label });
  });

  it('says that documents are being removed though the collection is off already', () => {
    const activeRun = aRunningRun({ kind: 'disable' });
    expect(stateBadge({ state: 'disabled', activeRun }).label).toBe('state.running.disable');
  });

  it('says that the engine is away though a run is waiting for it', () => {
    expect(stateBadge({ state: 'unreachable', activeRun: aRunningRun() }).label).toBe('state.unreachable');
  });

  it('asks for a decision whatever the server calls the state', () => {
    const activeRun = aRunningRun({ status: 'awaiting-confirmation' });
    expect(stateBadge({ state: 'drifted', activeRun })).toEqual({
      tone: 'warning',
      label: 'state.awaitingConfirmation',
    });
  });

  it('has a note on what waits', () => {
    expect(stateNotes(aCollection({ pending: 3 }))).toEqual([{ key: 'count.pending', values: { count: 3 } }]);
  });

  it('says what an update left different only while it is', () => {
    const drift = { missing: 4, stale: 0, orphaned: 1, at: '2026-05-04T10:00:00.000Z' };
    expect(stateNotes(aCollection({ state: 'drifted', drift }))).toEqual([
      { key: 'count.missing', values: { count: 4 } },
      { key: 'count.orphaned', values: { count: 1 } },
    ]);
    expect(stateNotes(aCollection({ state: 'in-sync', drift }))).toEqual([]);
  });

  it('leaves what a check found to the line below, where it can be repaired', () => {
    const drift = { missing: 4, stale: 0, orphaned: 1, at: '2026-05-04T10:00:00.000Z', checkId: 7 };
    expect(stateNotes(aCollection({ state: 'drifted', drift }))).toEqual([]);
  });
});

describe('the counts of a row', () => {
  it.each([
    ['equal ones do not', {}, false],
    ['excluded entries are no difference', { databaseCount: 100, expectedCount: 95, indexedCount: 95 }, false],
    ['one too few does', { indexedCount: 94 }, true],
    ['one too many does', { indexedCount: 96 }, true],
    ['an unknown index count does not', { indexedCount: null }, false],
    ['an unknown expected count does not', { expectedCount: null }, false],
    ['a collection that is not synced does not', { enabled: false, indexedCount: 0 }, false],
  ])('differ or not: %s', (_, values, differ) => {
    expect(countsDiffer(aCollection(values))).toBe(differ);
  });
});
