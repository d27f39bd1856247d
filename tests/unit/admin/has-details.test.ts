import { failedRun, foundDrift, hasDetails, whyLeft } from '../../../admin/src/pages/Collections/has-details';
import { A_PROBLEM, aCollection, aRun, aRunningRun } from './factories';

const failed = aRun({ status: 'failed', error: 'no space left on device' });
const failedCheck = aRun({ id: 2, kind: 'check', status: 'failed', error: 'the index is gone' });
const found = { missing: 3, stale: 1, orphaned: 2, at: '2026-05-04T10:00:00.000Z', checkId: 7 };
const nothing = { ...found, missing: 0, stale: 0, orphaned: 0 };
const { checkId: _, ...foundByUpdate } = found;

describe('a row', () => {
  it.each([
    ['has none when all is well', {}, false],
    ['has some while a run goes on', { activeRun: aRunningRun() }, true],
    ['has some when the last update failed', { lastUpdate: failed }, true],
    ['has some when the last check failed', { lastCheck: failedCheck }, true],
    ['has some when a check found differences', { drift: found }, true],
    ['has none when a check found nothing', { drift: nothing, lastCheck: aRun({ kind: 'check' }) }, false],
    ['has none when an update left differences, which it does not list', { drift: foundByUpdate }, false],
    ['has some when the configuration has a problem', { problems: [A_PROBLEM] }, true],
    [
      'has none when documents failed: the badge says so',
      { lastUpdate: aRun({ status: 'succeeded-with-failures' }) },
      false,
    ],
  ])('with details: %s', (_, values, expected) => {
    expect(hasDetails(aCollection(values))).toBe(expected);
  });

  it('tells of differences until something is done about them', () => {
    expect(foundDrift(aCollection({ drift: found }))).toEqual(found);
    expect(foundDrift(aCollection({ drift: found, activeRun: aRunningRun({ kind: 'repair' }) }))).toBeNull();
    expect(foundDrift(aCollection({ drift: found, enabled: false }))).toBeNull();
  });

  it('says why a check left its differences to a person', () => {
    const left = aRun({ id: 7, kind: 'check', error: 'more than check.abortAbove' });
    expect(whyLeft(aCollection({ lastCheck: left }), found)).toBe('more than check.abortAbove');
    expect(whyLeft(aCollection({ lastCheck: { ...left, id: 8 } }), found)).toBeNull();
    expect(whyLeft(aCollection(), found)).toBeNull();
  });

  it('forgets a failed update once another run is under way or the collection is off', () => {
    const failure = { title: 'details.failed', error: 'no space left on device' };
    expect(failedRun(aCollection({ lastUpdate: failed }))).toEqual(failure);
    expect(failedRun(aCollection({ lastUpdate: failed, activeRun: aRunningRun() }))).toBeNull();
    expect(failedRun(aCollection({ lastUpdate: failed, enabled: false }))).toBeNull();
  });

  it('forgets a failed check once an update went well', () => {
    const failure = { title: 'details.checkFailed', error: 'the index is gone' };
    expect(failedRun(aCollection({ lastUpdate: aRun({ id: 1 }), lastCheck: failedCheck }))).toEqual(failure);
    expect(failedRun(aCollection({ lastUpdate: aRun({ id: 3 }), lastCheck: failedCheck }))).toBeNull();
  });
});
