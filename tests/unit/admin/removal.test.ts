import { removalWarning } from '../../../admin/src/pages/Collections/removal';
import { purgeKept } from '../../../admin/src/runs/purge-kept';
import { purgeQuestion } from '../../../admin/src/runs/purge-question';
import { aCollection, aRunningRun } from './factories';

describe('turning a collection off', () => {
  it('says how many documents go from which index', () => {
    expect(removalWarning(aCollection())).toEqual({
      key: 'disable.warning',
      values: { name: 'Offer', index: 'offers', indexes: 1, count: 95 },
    });
  });

  it('says all of them where nobody knows how many there are', () => {
    const indexes = [
      { uid: 'offers', documents: null },
      { uid: 'everything', documents: null },
    ];
    expect(removalWarning(aCollection({ indexes, indexedCount: null }))).toEqual({
      key: 'disable.warning.unknown',
      values: { name: 'Offer', index: 'offers, everything', indexes: 2 },
    });
  });
});

describe('an update that would remove a lot', () => {
  const run = aRunningRun({ status: 'awaiting-confirmation', counts: { orphaned: 70 } });

  it('asks with both numbers', () => {
    expect(purgeQuestion(aCollection(), run)).toEqual({ key: 'purge.question', values: { count: 70, total: 95 } });
  });

  it('asks with one where the documents stand in several indexes, each of which counts', () => {
    const indexes = ['offers', 'everything'].map((uid) => ({ uid, documents: 95 }));
    expect(purgeQuestion(aCollection({ indexes }), run).key).toBe('purge.question.unknown');
  });

  it('asks with one where the other is unknown', () => {
    expect(purgeQuestion(aCollection({ indexedCount: null }), run)).toEqual({
      key: 'purge.question.unknown',
      values: { count: 70 },
    });
  });

  it.each([
    ['has removed nothing when it is canceled', 'canceled', 'purge.kept'],
    ['stops as soon as it can when somebody else has confirmed it meanwhile', 'running', 'cancel.asked'],
  ] as const)('%s', (_, status, key) => {
    expect(purgeKept({ ...run, status })).toBe(key);
  });
});
