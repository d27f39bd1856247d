import type { RunKind, RunStatus } from '../../../../server/src/contract';
import { planTurn } from '../../../../server/src/runs/plan-turn';

/** Runs by the order in which they were queued: `<kind> <uid> <status>`. */
const runs = (...words: string[]) =>
  words.map((word) => {
    const [kind, uid, status = 'queued'] = word.split(' ');
    return { word, kind: kind as RunKind, uid: uid as string, status: status as RunStatus };
  });

describe('a turn of the writer', () => {
  it.each<[sentence: string, active: string[], workedOn: string[]]>([
    ['has nothing to do without a run', [], []],
    [
      'goes to the three oldest updates',
      ['update a', 'update b', 'update c', 'update d'],
      ['update a', 'update b', 'update c'],
    ],
    ['goes to updates and disables alike', ['disable a', 'update b'], ['disable a', 'update b']],
    ['passes over a run that a person has to decide on', ['update a awaiting-confirmation', 'update b'], ['update b']],
    [
      'goes to one check besides',
      ['update a', 'update b', 'update c', 'check d'],
      ['update a', 'update b', 'update c', 'check d'],
    ],
    ['goes to one check at a time, the oldest', ['check a', 'check b'], ['check a']],
    ['stays with the check that is on', ['check a', 'check b running'], ['check b running']],
    [
      'lets an update of the same collection go first',
      ['check a running', 'check b', 'update a'],
      ['update a', 'check b'],
    ],
    [
      'lets no check wait for an update that waits for a person',
      ['update a awaiting-confirmation', 'check a'],
      ['check a'],
    ],
    ['repairs before it checks on', ['check a running', 'check b', 'repair c'], ['repair c']],
    ['never checks and repairs side by side', ['repair a running', 'check b running'], ['repair a running']],
  ])('%s', (_, active, workedOn) => {
    expect(planTurn(runs(...active)).map(({ word }) => word)).toEqual(workedOn);
  });
});
