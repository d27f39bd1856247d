import { failedUpdate, hasDetails } from '../../../admin/src/pages/Collections/has-details';
import { A_PROBLEM, aCollection, aRun, aRunningRun } from './factories';

const failed = aRun({ status: 'failed', error: 'no space left on device' });

describe('a row', () => {
  it.each([
    ['has none when all is well', {}, false],
    ['has some while a run goes on', { activeRun: aRunningRun() }, true],
    ['has some when the last update failed', { lastUpdate: failed }, true],
    ['has some when the configuration has a problem', { problems: [A_PROBLEM] }, true],
    [
      'has none when documents failed: the badge says so',
      { lastUpdate: aRun({ status: 'succeeded-with-failures' }) },
      false,
    ],
  ])('with details: %s', (_, values, expected) => {
    expect(hasDetails(aCollection(values))).toBe(expected);
  });

  it('forgets a failed update once another one is under way or the collection is off', () => {
    expect(failedUpdate(aCollection({ lastUpdate: failed }))).toBe('no space left on device');
    expect(failedUpdate(aCollection({ lastUpdate: failed, activeRun: aRunningRun() }))).toBeNull();
    expect(failedUpdate(aCollection({ lastUpdate: failed, enabled: false }))).toBeNull();
  });
});
