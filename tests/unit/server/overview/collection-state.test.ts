import fc from 'fast-check';

import { collectionState, type StateFacts } from '../../../../server/src/overview/collection-state';

const AT = '2026-11-20T10:00:00.000Z';
const NO_DRIFT = { missing: 0, stale: 0, orphaned: 0, at: AT };

const IN_SYNC: StateFacts = {
  enabled: true,
  isReachable: true,
  isRunning: false,
  wasIndexed: true,
  expectedCount: 20,
  indexedCount: 20,
  pending: 0,
  failing: 0,
  drift: NO_DRIFT,
};

describe('a collection', () => {
  it.each<[sentence: string, facts: Partial<StateFacts>, state: string]>([
    ['of which all is well is in sync', {}, 'in-sync'],
    ['without any entry is in sync', { expectedCount: 0, indexedCount: 0 }, 'in-sync'],
    ['that is not enabled is disabled', { enabled: false }, 'disabled'],
    ['whose engine does not answer is unreachable', { isReachable: false, indexedCount: null }, 'unreachable'],
    ['with a run on is running', { isRunning: true }, 'running'],
    ['that was never updated to the end is never indexed', { wasIndexed: false }, 'never-indexed'],
    ['with marks is pending', { pending: 1 }, 'pending'],
    ['with a failure is failing', { failing: 1 }, 'failing'],
    ['with a document too few has drifted', { indexedCount: 19 }, 'drifted'],
    ['with a document too many has drifted', { indexedCount: 21 }, 'drifted'],
    ['whose documents cannot be counted is not in sync', { indexedCount: null }, 'drifted'],
    ['whose entries cannot be counted is not in sync', { expectedCount: null }, 'drifted'],
    ['of which nothing can be counted is not in sync', { expectedCount: null, indexedCount: null }, 'drifted'],
    ['nobody has looked for differences in is not in sync', { drift: null }, 'drifted'],
    ['with a missing document has drifted', { drift: { ...NO_DRIFT, missing: 1 } }, 'drifted'],
    ['with a stale document has drifted', { drift: { ...NO_DRIFT, stale: 1 } }, 'drifted'],
    ['with an orphaned document has drifted', { drift: { ...NO_DRIFT, orphaned: 1 } }, 'drifted'],
    [
      'with one missing and one orphaned has drifted although the counts agree',
      { drift: { ...NO_DRIFT, missing: 1, orphaned: 1 } },
      'drifted',
    ],
  ])('%s', (_, facts, state) => {
    expect(collectionState({ ...IN_SYNC, ...facts })).toBe(state);
  });

  /** What is wrong, the weightiest first. */
  const FAULTS: [state: string, facts: Partial<StateFacts>][] = [
    ['disabled', { enabled: false }],
    ['unreachable', { isReachable: false }],
    ['running', { isRunning: true }],
    ['never-indexed', { wasIndexed: false }],
    ['pending', { pending: 3 }],
    ['failing', { failing: 2 }],
    ['drifted', { indexedCount: 1 }],
  ];

  it.each(FAULTS.map(([state], weight) => [state, weight] as const))(
    'is %s before all that weighs less',
    (state, weight) => {
      const facts = Object.assign({}, ...FAULTS.slice(weight).map(([, fault]) => fault)) as Partial<StateFacts>;
      expect(collectionState({ ...IN_SYNC, ...facts })).toBe(state);
    },
  );

  it('is in sync if and only if everything says so', () => {
    const few = fc.nat(2);
    const changes = fc.record(
      {
        enabled: fc.boolean(),
        isReachable: fc.boolean(),
        isRunning: fc.boolean(),
        wasIndexed: fc.boolean(),
        expectedCount: fc.constantFrom(null, 19, 20),
        indexedCount: fc.constantFrom(null, 19, 20),
        pending: few,
        failing: few,
        drift: fc.option(fc.record({ missing: few, stale: few, orphaned: few, at: fc.constant(AT) })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(changes, (changed) => {
        const facts = { ...IN_SYNC, ...changed };
        const { drift } = facts;
        const isSynced = facts.enabled && facts.isReachable && facts.wasIndexed && !facts.isRunning;
        const isQuiet = facts.pending === 0 && facts.failing === 0;
        const hasNoDrift = drift !== null && drift.missing === 0 && drift.stale === 0 && drift.orphaned === 0;
        const hasEqualCounts = facts.expectedCount !== null && facts.expectedCount === facts.indexedCount;
        const isProved = isSynced && isQuiet && hasNoDrift && hasEqualCounts;
        expect(collectionState(facts) === 'in-sync').toBe(isProved);
      }),
      { numRuns: 500 },
    );
  });
});
