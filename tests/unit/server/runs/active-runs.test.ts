import type { CollectionDefinition } from '../../../../server/src/collections/collection';
import { createActiveRuns } from '../../../../server/src/runs/active-runs';
import { isTerminal, type RunOptions } from '../../../../server/src/runs/run-record';
import { OFFER, offers } from '../fixtures/collection';
import { beginRuns } from '../fixtures/running';

const COUNT = 20;
/** More turns than any run here needs. */
const MANY = 200;
/** Milliseconds between two turns: a run records how far it is now and then. */
const A_MOMENT = 500;
const SMALL_PAGES = { read: 2, least: 2, most: 2 };

/** Twenty offers, and a run of them that can be worked on by processes of several releases, one after the other. */
async function begin(kind: 'update' | 'check', options: RunOptions) {
  const world = beginRuns();
  const { titles, context, ledger, clock, workOff } = world;
  for (let number = 0; number < COUNT; number += 1) titles.set(`d${number}`, `Offer ${number}`);
  const { id } = await ledger.queue(kind, OFFER, { by: 'api', user: null }, options);
  const now = async () => (await ledger.find(id))!;
  return {
    ...world,
    now,
    /** A process with this definition works on it while a condition holds. */
    work: async (definition: CollectionDefinition, lane: string, goesOn: () => Promise<boolean>) => {
      const runs = createActiveRuns(
        { ...context, lane, collections: () => [definition] },
        () => new Map([[OFFER, definition]]),
      );
      for (let turn = 0; turn < MANY && (await goesOn()); turn += 1) {
        await workOff();
        await runs.step();
        clock.advance(A_MOMENT);
      }
      await workOff();
      return now();
    },
  };
}

const before = offers({ enabledByConfig: true, pages: SMALL_PAGES });
const after = offers({ ...before, transformEntry: ({ entry }) => ({ ...entry, title: `${String(entry.title)}!` }) });
const HERE = 'http://127.0.0.1:7700';
const ELSEWHERE = 'http://127.0.0.2:7700';

describe('an update that a process goes on with', () => {
  const halfway = async () => {
    const world = await begin('update', { purge: true });
    const { now, work } = world;
    const half = await work(before, HERE, async () => (await now()).counts.read < COUNT / 2);
    expect(half.counts.read).toBeLessThan(COUNT);
    return { ...world, half, isOn: async () => !isTerminal((await now()).status) };
  };

  it('goes on where it was', async () => {
    const { half, work, isOn } = await halfway();
    const done = await work(before, HERE, isOn);
    expect(done).toMatchObject({ status: 'succeeded', stamp: half.stamp, counts: { read: COUNT, pushed: COUNT } });
  });

  it.each([
    ['another definition', after, HERE],
    ['another engine', before, ELSEWHERE],
  ])('begins again where it has %s: what was pushed before is not what would be', async (_, definition, lane) => {
    const { half, work, isOn, searched } = await halfway();
    const done = await work(definition, lane, isOn);
    expect(done).toMatchObject({ status: 'succeeded', counts: { read: COUNT, pushed: COUNT } });
    expect(done.stamp).toBeGreaterThan(half.stamp!);
    const titles = Object.values(await searched());
    expect(titles.filter((title) => String(title).endsWith('!'))).toHaveLength(definition === after ? COUNT : 0);
  });

  it('asks a person anew who has confirmed what another definition would have purged', async () => {
    const world = await begin('update', { purge: true, purgeConfirmed: true });
    const { now, work } = world;
    await work(before, HERE, async () => (await now()).counts.read < COUNT / 2);
    let turns = 2;
    await work(after, HERE, async () => (turns -= 1) > 0);
    expect((await now()).options).toEqual({ purge: true });
  });
});

it('a check that a process with another definition goes on with forgets what it has found, and begins again', async () => {
  const { titles, push, now, work } = await begin('check', { depth: 'full' });
  await push(...titles.keys());
  titles.set('d0', 'Changed past every hook');
  await work(before, HERE, async () => (await now()).counts.stale === 0);
  const done = await work(after, HERE, async () => !isTerminal((await now()).status));
  expect(done).toMatchObject({ status: 'succeeded', counts: { read: COUNT, stale: COUNT } });
});
