import { EngineError } from '../../../../server/src/engine/search-engine';
import { createCheckRun } from '../../../../server/src/runs/check-run';
import { createRepairRun } from '../../../../server/src/runs/repair-run';
import { OFFER } from '../fixtures/collection';
import { beginRuns } from '../fixtures/running';
import { PAUSE } from '../fixtures/shipping';

/**
 * A check that has found one offer orphaned, and one stale unless it is called what it was; and its repair.
 * @param nurse - what the second is called by now
 */
async function beginRepair(nurse = 'Surgeon') {
  const world = beginRuns();
  const { titles, push, begin } = world;
  for (const title of ['Cook', 'Nurse', 'Baker']) titles.set(title.toLowerCase(), title);
  await push('cook', 'nurse', 'baker');
  titles.set('nurse', nurse);
  titles.delete('baker');
  const { id: checkId } = await (await begin('check', { depth: 'full' }, createCheckRun)).go();
  return { ...world, ...(await begin('repair', { checkId, depth: 'full' }, createRepairRun)) };
}

const NOTHING_LEFT = { missing: 0, stale: 0, orphaned: 0 };

describe('a repair', () => {
  it('pushes and deletes what is different, and calls it repaired once it is equal', async () => {
    const { go, listed, searched } = await beginRepair();
    const run = await go();
    expect(run).toMatchObject({ status: 'succeeded', counts: { pushed: 1, purged: 1, ...NOTHING_LEFT } });
    expect(await listed(run)).toEqual(['stale offer-nurse pushed repaired', 'orphaned offer-baker deleted repaired']);
    expect(await searched()).toEqual({ cook: 'Cook', nurse: 'Surgeon' });
  });

  it('does so while marks are not drained that may be about any document: what it pushes is the present state', async () => {
    const { outbox, records, go, listed, searched } = await beginRepair();
    await outbox.add([{ uid: OFFER, documentId: 'acme', kind: 'embeds', relatedUid: 'api::company.company' }]);
    const run = await go();
    expect(run).toMatchObject({ status: 'succeeded', counts: { pushed: 1, purged: 1, ...NOTHING_LEFT } });
    expect(await listed(run)).toEqual(['stale offer-nurse pushed repaired', 'orphaned offer-baker deleted repaired']);
    expect(await searched()).toEqual({ cook: 'Cook', nurse: 'Surgeon' });
    expect((await records.find(OFFER))?.drift).toMatchObject(NOTHING_LEFT);
  });

  it.each(['addDocuments', 'deleteDocuments'] as const)('goes on where the engine was away at its %s', async (call) => {
    const { engine, go, listed, searched } = await beginRepair();
    const away = new EngineError('unavailable', 'ECONNRESET', 'It has hung up.');
    for (let time = 0; time < 5; time += 1) {
      engine.failNextCall(call, away);
      await expect(go()).rejects.toBe(away);
    }
    const run = await go();
    expect(run).toMatchObject({ status: 'succeeded', counts: { pushed: 1, purged: 1, failed: 0, ...NOTHING_LEFT } });
    expect(await listed(run)).toEqual(['stale offer-nurse pushed repaired', 'orphaned offer-baker deleted repaired']);
    expect(await searched()).toEqual({ cook: 'Cook', nurse: 'Surgeon' });
  });

  it('doubts a deletion that nobody answered: it may arrive when the document has come back', async () => {
    const { engine, doubted, go } = await beginRepair();
    const unanswered = new EngineError('unavailable', 'ETIMEDOUT', 'No answer.');
    engine.failNextCall('deleteDocuments', unanswered);
    await expect(go()).rejects.toBe(unanswered);
    expect(doubted).toEqual([{ documentIds: ['baker'], error: unanswered }]);
  });

  it('leaves an engine alone that fails at deletions, says so, and blames no document', async () => {
    const { engine, machine, clock, go, searched } = await beginRepair('Nurse');
    for (let time = 0; time < 5; time += 1) {
      engine.failNextBatch({ code: 'no_space_left_on_device', message: 'no space left', type: 'system' });
      expect(await go()).toMatchObject({ status: 'running' });
      expect(machine.obstacle?.()).toBe('no space left');
      clock.advance(PAUSE);
    }
    expect(await go()).toMatchObject({ status: 'succeeded', counts: { purged: 1, failed: 0 } });
    expect(machine.obstacle?.()).toBeNull();
    expect(await searched()).toEqual({ cook: 'Cook', nurse: 'Nurse' });
  });
});
