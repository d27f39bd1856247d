import { alreadyUnderway } from '../../../admin/src/runs/already-underway';
import { aRun } from './factories';

describe('a run that the server answers with', () => {
  it.each([
    ['is ours when it waits for its turn', aRun({ status: 'queued' }), false],
    ['is ours when it has read nothing yet', aRun({ status: 'running', phase: 'starting' }), false],
    ['was there before when it has read something', aRun({ status: 'running', counts: { read: 1 } }), true],
    ['was there before when it waits for a decision', aRun({ status: 'awaiting-confirmation' }), true],
    ['is ours when it ended at once', aRun({ status: 'succeeded', counts: { read: 3 } }), false],
  ])('%s', (_, run, underway) => {
    expect(alreadyUnderway(run)).toBe(underway);
  });
});
