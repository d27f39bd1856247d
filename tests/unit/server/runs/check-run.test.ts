import { allMark, type NewMark } from '../../../../server/src/outbox/mark';
import { createCheckRun } from '../../../../server/src/runs/check-run';
import { OFFER } from '../fixtures/collection';
import { beginRuns } from '../fixtures/running';

/** A company that offers embed, any of them, was renamed. */
const renamed: NewMark = { uid: OFFER, documentId: 'acme', kind: 'embeds', relatedUid: 'api::company.company' };

const EQUAL = { missing: 0, stale: 0, orphaned: 0, at: '2026-05-04T10:00:00.000Z' };

/** Three offers in the index, one of which was changed since, past every hook; and a check of them. */
async function beginCheck(...marks: NewMark[]) {
  const world = beginRuns();
  const { titles, outbox, push, begin } = world;
  for (const title of ['Cook', 'Nurse', 'Baker']) titles.set(title.toLowerCase(), title);
  await push('cook', 'nurse', 'baker');
  titles.set('nurse', 'Surgeon');
  await outbox.add(marks);
  const { go } = await begin('check', { depth: 'full' }, createCheckRun);
  const drain = async () => outbox.clear((await outbox.oldest([OFFER], ['embeds', 'all'], 100)).map(({ id }) => id));
  return { ...world, go, drain };
}

describe('a check, while marks are drained that may be about any document', () => {
  it('waits for their end, however long that takes, and then finds what is different', async () => {
    const { go, drain, listed } = await beginCheck(renamed);
    expect(await go()).toMatchObject({ status: 'running' });
    await drain();
    const run = await go();
    expect(run).toMatchObject({ status: 'succeeded', counts: { stale: 1, undecided: 0 } });
    expect(await listed(run)).toEqual(['stale offer-nurse']);
  });

  it('finds what is different before those are drained that came later', async () => {
    const { outbox, go, drain, listed } = await beginCheck(renamed);
    await go();
    await drain();
    await outbox.add([renamed]);
    const run = await go();
    expect(run).toMatchObject({ status: 'succeeded', counts: { stale: 1, undecided: 0 } });
    expect(await listed(run)).toEqual(['stale offer-nurse']);
  });

  it('calls nothing drift that they bring into the index', async () => {
    const { go, drain, push } = await beginCheck(renamed);
    await go();
    await push('nurse');
    await drain();
    expect(await go()).toMatchObject({ status: 'succeeded', counts: { stale: 0, undecided: 0 } });
  });

  it('leaves to the next check what never stands still, and says so; nothing is claimed to be equal then', async () => {
    const { titles, outbox, records, go, drain, listed } = await beginCheck(renamed);
    await records.change(OFFER, { drift: EQUAL });
    for (let turn = 0; turn < 19; turn += 1) {
      expect(await go()).toMatchObject({ status: 'running' });
      titles.set('nurse', `Surgeon, salary ${turn}`);
      await drain();
      await outbox.add([renamed]);
    }
    const run = await go();
    expect(run).toMatchObject({ status: 'succeeded', counts: { stale: 0, undecided: 1 } });
    expect(await listed(run)).toEqual([]);
    expect((await records.find(OFFER))?.drift).toEqual(EQUAL);
  });
});

describe('a check of a collection whose update waits for a person', () => {
  it('does not wait with it, and says what it could not decide on', async () => {
    const { go } = await beginCheck(allMark(OFFER));
    expect(await go()).toMatchObject({ status: 'succeeded', counts: { stale: 0, undecided: 1 } });
  });
});
