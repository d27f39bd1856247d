import { TABLES } from '../../../../server/src/database/models';
import { createLease, LeaseLost } from '../../../../server/src/writer/lease';
import { eventually } from '../../../support/eventually';
import { virtualClock } from '../fixtures/clock';
import { createInMemoryDatabase } from '../fixtures/database';

const TTL = 15_000;
const LANE = 'http://search:7700';

/** The timer of a process that stands still: it never calls back. */
const after = () => () => undefined;

function begin() {
  const database = createInMemoryDatabase();
  const clock = virtualClock();
  const leaseOf = (owner: string, lane = LANE) =>
    createLease(database.strapi, { lane, owner, ttl: TTL, clock: { ...clock, after } });
  const row = () => database.rows(TABLES.leases)[0];
  return { database, clock, leaseOf, row };
}

/** Two writers, of which the first holds the lease and is then not heard of until the second has taken it. */
async function takenOver() {
  const { clock, leaseOf, row } = begin();
  const [first, second] = [leaseOf('first'), leaseOf('second')];
  await first.hold();
  await first.confirm(700);
  await second.hold();
  clock.advance(TTL);
  expect(await second.hold()).toBe(true);
  return { clock, first, second, row };
}

describe('a lease', () => {
  it('that is free is taken at once, and is then held', async () => {
    const { leaseOf, row } = begin();
    const lease = leaseOf('first');
    expect(await lease.hold()).toBe(true);
    expect(row()).toMatchObject({ owner: 'first', fence: 1 });
    expect(await lease.hold()).toBe(true);
    expect(row()).toMatchObject({ owner: 'first', fence: 1 });
  });

  it('is one for each lane', async () => {
    const { leaseOf } = begin();
    expect(await leaseOf('first', 'http://one:7700').hold()).toBe(true);
    expect(await leaseOf('second', 'http://other:7700').hold()).toBe(true);
  });

  it('goes to one of two that want it at the same time', async () => {
    const { leaseOf } = begin();
    const taken = await Promise.all([leaseOf('first').hold(), leaseOf('second').hold()]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('is not taken while its owner shows signs of life, for however long', async () => {
    const { clock, leaseOf, row } = begin();
    const [first, second] = [leaseOf('first'), leaseOf('second')];
    await first.hold();
    for (let passed = 0; passed < 10 * TTL; passed += TTL / 2) {
      expect(await second.hold()).toBe(false);
      clock.advance(TTL / 2);
      expect(await first.hold()).toBe(true);
    }
    expect(row()).toMatchObject({ owner: 'first', fence: 1 });
  });

  it('is not taken while its owner is busy with something else, for however long', async () => {
    const { database, clock, leaseOf, row } = begin();
    let due: () => void = () => undefined;
    const ticking = { ...clock, after: (_: number, callback: () => void) => ((due = callback), after()) };
    const first = createLease(database.strapi, { lane: LANE, owner: 'first', ttl: TTL, clock: ticking });
    const second = leaseOf('second');
    await first.hold();
    for (let passed = 0; passed < 10 * TTL; passed += TTL / 3) {
      expect(await second.hold()).toBe(false);
      clock.advance(TTL / 3);
      due();
      await eventually(() => expect(row()).toMatchObject({ beat: 2 + Math.round(passed / (TTL / 3)) }));
    }
    expect(row()).toMatchObject({ owner: 'first', fence: 1 });
  });

  it('is not taken while its owner pushes', async () => {
    const { clock, leaseOf } = begin();
    const [first, second] = [leaseOf('first'), leaseOf('second')];
    await first.hold();
    for (let stamp = 1; stamp <= 20; stamp += 1) {
      expect(await second.hold()).toBe(false);
      clock.advance(TTL - 1);
      await first.confirm(stamp);
    }
    expect(await second.hold()).toBe(false);
  });

  it('is taken once its owner has stood still for as long as was agreed, and not before', async () => {
    const { clock, leaseOf, row } = begin();
    const [first, second] = [leaseOf('first'), leaseOf('second')];
    await first.hold();
    clock.advance(10 * TTL);
    // Nobody has watched it so far.
    expect(await second.hold()).toBe(false);
    clock.advance(TTL - 1);
    expect(await second.hold()).toBe(false);
    clock.advance(1);
    expect(await second.hold()).toBe(true);
    expect(row()).toMatchObject({ owner: 'second', fence: 2 });
  });

  it('is not taken where its owner shows a sign of life at the last moment', async () => {
    const { clock, leaseOf, row } = begin();
    const [first, second] = [leaseOf('first'), leaseOf('second')];
    await first.hold();
    await second.hold();
    clock.advance(TTL);
    // The second has read the row when the first confirms.
    const [taken] = await Promise.all([second.hold(), first.confirm(700)]);
    expect(taken).toBe(false);
    expect(row()).toMatchObject({ owner: 'first', fence: 1 });
  });

  it('goes to one of two that have watched it stand still', async () => {
    const { clock, leaseOf, row } = begin();
    const [second, third] = [leaseOf('second'), leaseOf('third')];
    await leaseOf('first').hold();
    await Promise.all([second.hold(), third.hold()]);
    clock.advance(TTL);
    expect((await Promise.all([second.hold(), third.hold()])).filter(Boolean)).toHaveLength(1);
    expect(row()).toMatchObject({ fence: 2 });
  });

  it('that was taken over is lost to the one before, which may push nothing any more', async () => {
    const { clock, first, second, row } = await takenOver();
    await expect(first.confirm(900)).rejects.toBeInstanceOf(LeaseLost);
    expect(row()).toMatchObject({ owner: 'second', fence: 2, stamp: 700 });
    expect(await first.hold()).toBe(false);
    await second.confirm(800);
    clock.advance(TTL / 2);
    expect(await second.hold()).toBe(true);
  });

  it('is lost to a process that hears of its confirmation too late', async () => {
    const { database, clock } = begin();
    // Stopped while the answer is on its way.
    const stalling = database.connect(async (_table, statement) => {
      const answer = statement();
      clock.advance(TTL / 2);
      return answer;
    });
    const lease = createLease(stalling, { lane: LANE, owner: 'first', ttl: TTL, clock: { ...clock, after } });
    await lease.hold();
    await expect(lease.confirm(700)).rejects.toBeInstanceOf(LeaseLost);
    // Nobody has taken it meanwhile, and the stamp is on record.
    expect(await lease.hold()).toBe(true);
    expect(lease.lastStamp()).toBe(700);
  });

  it('that was taken over is found lost when it is to be kept alive', async () => {
    const { first } = await takenOver();
    expect(await first.hold()).toBe(false);
    await expect(first.confirm(900)).rejects.toBeInstanceOf(LeaseLost);
  });

  it('that was taken over can be won back', async () => {
    const { clock, first, row } = await takenOver();
    await first.hold();
    await first.hold();
    clock.advance(TTL);
    expect(await first.hold()).toBe(true);
    expect(row()).toMatchObject({ owner: 'first', fence: 3 });
    await first.confirm(900);
  });

  it('tells its new owner the last stamp that anybody used', async () => {
    const { second, row } = await takenOver();
    expect(second.lastStamp()).toBe(700);
    await second.confirm(800);
    expect(row()).toMatchObject({ stamp: 800 });
  });

  it('that nobody ever used begins without a stamp', async () => {
    const { leaseOf } = begin();
    const lease = leaseOf('first');
    expect(lease.lastStamp()).toBe(0);
    await lease.hold();
    expect(lease.lastStamp()).toBe(0);
  });

  it('that was never taken cannot be confirmed', async () => {
    await expect(begin().leaseOf('first').confirm(1)).rejects.toBeInstanceOf(LeaseLost);
  });

  it('that is given back is free at once', async () => {
    const { leaseOf, row } = begin();
    const [first, second] = [leaseOf('first'), leaseOf('second')];
    await first.hold();
    await first.confirm(700);
    await first.release();
    expect(row()).toMatchObject({ owner: null });
    await expect(first.confirm(900)).rejects.toBeInstanceOf(LeaseLost);
    expect(await second.hold()).toBe(true);
    expect(second.lastStamp()).toBe(700);
    expect(row()).toMatchObject({ owner: 'second', fence: 2 });
  });

  it('that is another’s cannot be given back', async () => {
    const { first, row } = await takenOver();
    await first.release();
    expect(row()).toMatchObject({ owner: 'second', fence: 2 });
  });
});
