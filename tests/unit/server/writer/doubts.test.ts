import { EngineError } from '../../../../server/src/engine/search-engine';
import type { NewMark } from '../../../../server/src/outbox/mark';
import type { Outbox } from '../../../../server/src/outbox/outbox';
import { createDoubts } from '../../../../server/src/writer/doubts';
import { virtualClock } from '../fixtures/clock';
import { OFFER } from '../fixtures/collection';

const UNANSWERED = new EngineError('unavailable', 'ETIMEDOUT', 'No answer within 10 s.');
const MINUTE = 60_000;

function begin({ synced = [OFFER] }: { synced?: string[] } = {}) {
  const marks: NewMark[] = [];
  let news = 0;
  const outbox: Pick<Outbox, 'add'> = {
    add: async (added, afterCommit) => {
      marks.push(...added);
      afterCommit?.();
    },
  };
  const clock = virtualClock();
  // Nothing else of the outbox is used.
  const doubts = createDoubts({
    outbox: outbox as Outbox,
    isSynced: (uid) => synced.includes(uid),
    wake: () => (news += 1),
    monotonic: clock.monotonic,
  });
  const marked = () => marks.map(({ uid, documentId, kind }) => [uid, documentId, kind]);
  return { doubts, clock, marked, news: () => news };
}

it('marks documents once more when a push of them that nobody answered can no longer arrive', async () => {
  const { doubts, clock, marked, news } = begin();
  doubts.note(OFFER, ['a', 'b'], UNANSWERED);
  await doubts.step();
  expect(marked()).toEqual([]);
  expect(news()).toBe(0);

  clock.advance(MINUTE);
  await doubts.step();
  expect(marked()).toEqual([
    [OFFER, 'a', 'edited'],
    [OFFER, 'b', 'edited'],
  ]);
  expect(news()).toBe(1);
  await doubts.step();
  expect(marked()).toHaveLength(2);
});

it('waits from the last such push on, and marks each document once', async () => {
  const { doubts, clock, marked } = begin();
  doubts.note(OFFER, ['a'], UNANSWERED);
  clock.advance(MINUTE - 1);
  doubts.note(OFFER, ['a'], UNANSWERED);
  clock.advance(MINUTE - 1);
  await doubts.step();
  expect(marked()).toEqual([]);
  clock.advance(1);
  await doubts.step();
  expect(marked()).toEqual([[OFFER, 'a', 'edited']]);
});

it.each([
  ['the engine was not there', new EngineError('unavailable', 'ECONNREFUSED', 'Nothing listens there.')],
  ['the engine refused it', new EngineError('rejected', 'payload_too_large', 'Too large.')],
  ['the key was refused', new EngineError('unauthorized', 'invalid_api_key', 'No.')],
  ['it was never sent', new Error('another writer has taken over')],
])('doubts nothing where %s', async (_, error) => {
  const { doubts, clock, marked } = begin();
  doubts.note(OFFER, ['a'], error);
  clock.advance(MINUTE);
  await doubts.step();
  expect(marked()).toEqual([]);
});

it('asks for an update where the documents are too many to name', async () => {
  const { doubts, clock, marked } = begin();
  const documentIds = Array.from({ length: 12_000 }, (_, position) => `d${position}`);
  doubts.note(OFFER, documentIds, UNANSWERED);
  clock.advance(MINUTE);
  await doubts.step();
  expect(marked()).toEqual([[OFFER, '*', 'all']]);
});

it('leaves no mark of a collection that is no longer synced', async () => {
  const { doubts, clock, marked } = begin({ synced: [] });
  doubts.note(OFFER, ['a'], UNANSWERED);
  clock.advance(MINUTE);
  await doubts.step();
  expect(marked()).toEqual([]);
});
