import { EngineError } from '../../../../server/src/engine/search-engine';
import { createBackoff } from '../../../../server/src/writer/backoff';
import { type Lease, LeaseLost } from '../../../../server/src/writer/lease';
import { createWake } from '../../../../server/src/writer/wake';
import type { Work } from '../../../../server/src/writer/work';
import { createWriter } from '../../../../server/src/writer/writer';
import { eventually } from '../../../support/eventually';

const REFUSED = new EngineError('unavailable', 'ECONNREFUSED', 'Nothing listens at http://search:7700.');

/** Works that a test counts the steps of. */
const counted = (isAtWork: boolean) => {
  const work = {
    steps: 0,
    step: async () => ((work.steps += 1), false),
    isAtWork: () => isAtWork,
    reset: () => undefined,
  };
  return work;
};

/** A writer whose turns do what a test says; of its pauses nothing is felt. */
function begin(others: readonly Work[] = []) {
  const present: { holds: boolean; work: () => Promise<unknown>; reach: () => Promise<unknown> } = {
    holds: true,
    work: async () => undefined,
    reach: async () => undefined,
  };
  const events: string[] = [];
  const turns = { begun: 0, atWork: 0 };
  let elapsed = 0;
  const work = (does: () => Promise<unknown>): Work => ({
    step: async () => (await does(), false),
    isAtWork: () => false,
    reset: () => undefined,
  });
  const noted = (event: string) => {
    if (events.at(-1) !== event) events.push(event);
  };
  const lease: Lease = {
    hold: async () => present.holds,
    confirm: async () => undefined,
    lastStamp: () => 0,
    release: async () => noted('released'),
  };
  const wake = createWake({
    after(milliseconds, callback) {
      elapsed += milliseconds;
      return clearImmediate.bind(null, setImmediate(callback));
    },
  });
  // Without it a commit at each step would let nothing else have its turn.
  wake.gather(1);
  const writer = createWriter({
    lane: 'http://search:7700',
    lease,
    obstacle: () => null,
    withoutEngine: [work(async () => void (turns.begun += 1))],
    reach: () => present.reach(),
    works: [work(async () => ((turns.atWork += 1), await present.work())), ...others],
    watch: {
      ...work(async () => noted('looks')),
      reset: () => noted('begins'),
      trouble: ({ message }) => noted(message),
      left: () => noted('left'),
    },
    onTaken: () => undefined,
    report: async () => undefined,
    backoff: createBackoff({ first: 1, longest: 1 }),
    wake,
    monotonic: () => elapsed,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    stopping: new AbortController(),
  });
  writer.start();
  const until = (event: string) => eventually(() => expect(events.at(-1)).toBe(event));
  return { present, events, turns, writer, wake, until, elapsed: () => elapsed };
}

describe('the steps of a writer', () => {
  it('are those of what has something in hand, and of all others once a second', async () => {
    const [busy, waiting] = [counted(true), counted(false)];
    const { writer, elapsed } = begin([busy, waiting]);
    await eventually(() => expect(elapsed()).toBeGreaterThan(10_000));
    await writer.stop();
    const seconds = elapsed() / 1000;
    expect(busy.steps).toBeGreaterThan(9 * seconds);
    expect(waiting.steps).toBeGreaterThan(0.8 * seconds);
    expect(waiting.steps).toBeLessThan(1.2 * seconds + 2);
  });

  it('are those of all others too with each commit', async () => {
    const never = () => undefined;
    let save: () => void = never;
    const saving: Work = { ...counted(true), step: async () => (save(), false) };
    const waiting = counted(false);
    const { writer, wake, elapsed } = begin([saving, waiting]);
    save = wake.byCommit;
    await eventually(() => expect(waiting.steps).toBeGreaterThan(100));
    save = never;
    const { steps } = waiting;
    const since = elapsed();
    await eventually(() => expect(elapsed() - since).toBeGreaterThan(20_000));
    await writer.stop();
    expect(steps).toBeGreaterThan((2 * since) / 1000);
    expect(waiting.steps - steps).toBeLessThan((1.5 * (elapsed() - since)) / 1000);
  });
});

describe('a writer whose engine is away', () => {
  it('does nothing for it until it gives a sign of life, and all the while what needs no engine', async () => {
    const { present, turns, writer, until } = begin();
    await until('looks');
    present.work = () => Promise.reject(REFUSED);
    present.reach = () => Promise.reject(REFUSED);
    await until(REFUSED.message);
    const { atWork, begun } = turns;
    await eventually(() => expect(turns.begun).toBeGreaterThan(begun + 5));
    expect(turns.atWork).toBe(atWork);

    present.work = async () => undefined;
    present.reach = async () => undefined;
    await until('looks');
    expect(turns.atWork).toBeGreaterThan(atWork);
    await writer.stop();
  });
});

describe('who watches the engine for the writer', () => {
  it('begins when the lease is taken, looks in each turn after everything else, and is left with the lease', async () => {
    const { events, writer, until } = begin();
    await until('looks');
    await writer.stop();
    expect(events).toEqual(['begins', 'looks', 'left', 'released']);
  });

  it('hears of what the engine does not do, and looks again once nothing else fails', async () => {
    const { present, events, writer, until } = begin();
    await until('looks');
    present.work = () => Promise.reject(REFUSED);
    await until(REFUSED.message);
    present.work = async () => undefined;
    await until('looks');
    await writer.stop();
    expect(events.slice(0, 4)).toEqual(['begins', 'looks', REFUSED.message, 'looks']);
  });

  it('hears nothing of what is not the fault of the engine', async () => {
    const { present, events, writer, until } = begin();
    await until('looks');
    let failed = 0;
    present.work = () => ((failed += 1), Promise.reject(new Error('the database is away')));
    await eventually(() => expect(failed).toBeGreaterThan(2));
    await writer.stop();
    expect(events).toEqual(['begins', 'looks', 'left', 'released']);
  });

  it.each<[sentence: string, lose: (present: ReturnType<typeof begin>['present']) => void]>([
    ['is not held any more', (present) => (present.holds = false)],
    ['is found lost at work', (present) => (present.work = () => Promise.reject(new LeaseLost('taken over')))],
  ])('is left where the lease %s, and begins anew with it', async (_, lose) => {
    const { present, events, writer, until } = begin();
    await until('looks');
    lose(present);
    await eventually(() => expect(events).toContain('left'));
    present.holds = true;
    present.work = async () => undefined;
    await until('looks');
    await writer.stop();
    expect(events.slice(0, 3)).toEqual(['begins', 'looks', 'left']);
    expect(events.slice(-4)).toEqual(['begins', 'looks', 'left', 'released']);
  });
});
