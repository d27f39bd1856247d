import { createCheckRun } from '../../../../server/src/runs/check-run';
import { createRepairRun } from '../../../../server/src/runs/repair-run';
import { OFFER } from '../fixtures/collection';
import { beginRuns } from '../fixtures/running';

/** A check that has found one offer stale and one orphaned, and its repair. */
async function beginRepair() {
  const world = beginRuns();
  const { titles, push, begin } = world;
  for (const title of ['Cook', 'Nurse', 'Baker']) titles.set(title.toLowerCase(), title);
  await push('cook', 'nurse', 'baker');
  titles.set('nurse', 'Surgeon');
  titles.delete('baker');
  const { id: checkId } = await (await begin('check', { depth: 'full' }, createCheckRun)).go();
  const { go } = await begin('repair', { checkId, depth: 'full' }, createRepairRun);
  return { ...world, go };
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
});
