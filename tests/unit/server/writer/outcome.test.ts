import fc from 'fast-check';

import type { Task } from '../../../../server/src/engine/search-engine';
import { judge, type Outcome, type SentTask } from '../../../../server/src/writer/outcome';

const REFUSAL = { code: 'invalid_document_geo_field', message: 'no longitude' };
const FULL = { code: 'no_space_left_on_device', message: 'no space left' };
const PANIC = { code: 'internal', message: 'panicked' };
const NO_INDEX = { code: 'index_not_found', message: 'Index `offer` not found.' };

const add = (documents: number): SentTask => ({ uid: 7, does: 'add', documents });
const DELETE: SentTask = { uid: 7, does: 'delete', documents: 0 };
const SETTINGS: SentTask = { uid: 7, does: 'settings', documents: 0 };

const at = (status: 'enqueued' | 'processing' | 'canceled' | 'unknown'): Task => ({ uid: 7, status });
const succeeded = (received: number | null, deleted: number | null): Task => ({
  uid: 7,
  status: 'succeeded',
  received,
  deleted,
  duration: 5,
});
const failed = (refusal: typeof REFUSAL, blames: 'engine' | 'data'): Task => ({
  uid: 7,
  status: 'failed',
  refusal,
  blames,
});

const done = (deleted: number): Outcome => ({ kind: 'done', deleted });
const again = (because: string): Outcome => ({ kind: 'again', because });
const PENDING: Outcome = { kind: 'pending' };
const REFUSED: Outcome = { kind: 'refused', refusal: REFUSAL };
const FAILED: Outcome = { kind: 'failed', refusal: PANIC };

describe('a shipment of one task', () => {
  it.each<[sentence: string, sent: SentTask, task: Task, outcome: Outcome]>([
    ['is pending while it waits in the queue', add(2), at('enqueued'), PENDING],
    ['is pending while it is worked on', add(2), at('processing'), PENDING],
    ['is done when all its documents were received', add(2), succeeded(2, null), done(0)],
    [
      'is shipped again when its body was cut on the way',
      add(2),
      succeeded(1, null),
      again('a task received 1 of 2 documents'),
    ],
    [
      'is shipped again when nobody knows how much was received',
      add(2),
      succeeded(null, null),
      again('a task received an unknown number of 2 documents'),
    ],
    ['is refused when its documents are at fault', add(2), failed(REFUSAL, 'data'), REFUSED],
    ['has failed when the engine blames itself', add(2), failed(PANIC, 'engine'), FAILED],
    ['has failed when the engine blames itself for a deletion', DELETE, failed(PANIC, 'engine'), FAILED],
    ['is shipped again when it was canceled', add(2), at('canceled'), again('a task was canceled')],
    ['is shipped again when it was forgotten', add(2), at('unknown'), again('the engine has forgotten a task')],
    ['says how much it deleted', DELETE, succeeded(null, 3), done(3)],
    ['is done when its deletion found nothing', DELETE, succeeded(null, 0), done(0)],
    ['is done when there is no index to delete from', DELETE, failed(NO_INDEX, 'data'), done(0)],
    ['is refused when its deletion is', DELETE, failed(REFUSAL, 'data'), REFUSED],
    [
      'is refused when there is no index to add to',
      add(1),
      failed(NO_INDEX, 'data'),
      { kind: 'refused', refusal: NO_INDEX },
    ],
    ['is done when its settings are in force', SETTINGS, succeeded(null, null), done(0)],
    ['is refused when its settings are', SETTINGS, failed(REFUSAL, 'data'), REFUSED],
  ])('%s', (_, sent, task, outcome) => {
    expect(judge([sent], [task])).toEqual(outcome);
  });
});

describe('a shipment to an engine in trouble', () => {
  it.each(['no_space_left_on_device', 'io_error', 'too_many_open_files'])(
    'is shipped again, whatever its documents are: %s',
    (code) => {
      expect(judge([add(2)], [failed({ code, message: 'in trouble' }, 'engine')])).toEqual(again('in trouble'));
    },
  );
});

describe('a shipment of several tasks', () => {
  const fine = succeeded(1, null);

  it.each<[sentence: string, sent: SentTask[], tasks: Task[], outcome: Outcome]>([
    [
      'is done when all are, with all they deleted',
      [add(1), DELETE, DELETE],
      [fine, succeeded(null, 2), succeeded(null, 3)],
      done(5),
    ],
    [
      'is pending while one is, whatever became of the others',
      [add(1), add(1), add(1)],
      [failed(REFUSAL, 'data'), at('canceled'), at('enqueued')],
      PENDING,
    ],
    [
      'is refused when one is, even if another was lost',
      [add(1), add(1), add(1)],
      [at('canceled'), failed(REFUSAL, 'data'), fine],
      REFUSED,
    ],
    [
      'is refused when one is, even if another failed',
      [add(1), add(1), add(1)],
      [failed(PANIC, 'engine'), failed(REFUSAL, 'data'), fine],
      REFUSED,
    ],
    [
      'has failed when one has, even if another was lost',
      [add(1), add(1), add(1)],
      [at('canceled'), failed(PANIC, 'engine'), fine],
      FAILED,
    ],
    ['is shipped again when one was lost', [add(1), add(1)], [fine, at('canceled')], again('a task was canceled')],
    ['measures each task by what it was given', [add(1), add(2)], [succeeded(1, null), succeeded(2, null)], done(0)],
    [
      'is shipped again when one received what belongs to another',
      [add(1), add(2)],
      [succeeded(2, null), succeeded(1, null)],
      again('a task received 2 of 1 documents'),
    ],
    ['of which there is none is done', [], [], done(0)],
  ])('%s', (_, sent, tasks, outcome) => {
    expect(judge(sent, tasks)).toEqual(outcome);
  });

  it('is judged alike in whatever order its tasks are', () => {
    const task = fc.constantFrom<[SentTask, Task]>(
      [add(1), at('enqueued')],
      [add(1), fine],
      [add(1), failed(REFUSAL, 'data')],
      [add(1), failed(FULL, 'engine')],
      [add(1), failed(PANIC, 'engine')],
      [DELETE, succeeded(null, 2)],
    );
    const judged = (pairs: [SentTask, Task][]) =>
      judge(
        pairs.map(([sent]) => sent),
        pairs.map(([, state]) => state),
      );
    fc.assert(
      fc.property(fc.array(task), (pairs) => {
        expect(judged(pairs.toReversed())).toEqual(judged(pairs));
      }),
    );
  });
});
