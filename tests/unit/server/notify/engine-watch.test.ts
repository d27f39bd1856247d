import { EngineError } from '../../../../server/src/engine/search-engine';
import { createEngineWatch } from '../../../../server/src/notify/engine-watch';
import type { News } from '../../../../server/src/notify/news';
import { virtualClock } from '../fixtures/clock';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOST = 'http://search:7700';
const BEGIN = Date.UTC(2026, 10, 22, 3);
const REFUSED = new EngineError('unavailable', 'ECONNREFUSED', `Nothing listens at ${HOST}.`);
const SLOW = new EngineError('unavailable', 'ETIMEDOUT', `Meilisearch at ${HOST} did not answer.`);

const iso = (minutes: number) => new Date(BEGIN + minutes * MINUTE).toISOString();

function begin({ patience = 15 * MINUTE } = {}) {
  const clock = virtualClock();
  const told: News[] = [];
  let asked = 0;
  const engine = { is: null as Error | null };
  const watch = createEngineWatch({
    engine: {
      version: async () => {
        asked += 1;
        if (engine.is) throw engine.is;
        return '1.21.0';
      },
    },
    host: HOST,
    patience,
    clock,
    now: () => BEGIN + clock.monotonic(),
    tell: (news) => told.push(news),
  });
  return {
    ...{ watch, told, engine, clock },
    asked: () => asked,
    /** Lets time pass, with a look each second, as an idle writer has it. */
    pass: async (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += SECOND) {
        clock.advance(SECOND);
        await watch.step();
      }
    },
  };
}

const unreachable = (since: number, error = REFUSED) => ({
  kind: 'engine-unreachable',
  host: HOST,
  since: iso(since),
  error: error.message,
});

describe('an engine', () => {
  it('that answers is asked once in a minute, and nothing is told', async () => {
    const { told, asked, pass } = begin();
    await pass(60 * MINUTE);
    expect(asked()).toBe(60);
    expect(told).toEqual([]);
  });

  it('that is away is told after the time it may be, once, with when that began', async () => {
    const { told, engine, pass } = begin();
    engine.is = REFUSED;
    await pass(15 * MINUTE);
    expect(told).toEqual([]);
    await pass(60 * MINUTE);
    expect(told).toEqual([unreachable(1)]);
  });

  it('that the writer misses is told after that time, though no look comes as far as here', () => {
    const { told, watch, clock } = begin();
    watch.trouble(REFUSED);
    clock.advance(15 * MINUTE - 1);
    expect(told).toEqual([]);
    clock.advance(1);
    expect(told).toEqual([unreachable(0)]);
  });

  it('is told with what is wrong at last', () => {
    const { told, watch, clock } = begin();
    watch.trouble(REFUSED);
    watch.trouble(SLOW);
    clock.advance(15 * MINUTE);
    expect(told).toEqual([unreachable(0, SLOW)]);
  });

  it('is told of when it is back, with how long it was away', async () => {
    const { told, engine, pass } = begin();
    engine.is = REFUSED;
    await pass(20 * MINUTE);
    engine.is = null;
    await pass(10 * MINUTE);
    expect(told).toEqual([
      unreachable(1),
      { kind: 'engine-back', host: HOST, since: iso(1), until: expect.stringContaining('T03:20:01') },
    ]);
  });

  it('that is back in time is nothing to tell', async () => {
    const { told, engine, pass } = begin();
    engine.is = REFUSED;
    await pass(10 * MINUTE);
    engine.is = null;
    await pass(60 * MINUTE);
    expect(told).toEqual([]);
  });

  it('that was away and is away again is told again', async () => {
    const { told, engine, pass } = begin();
    for (let times = 0; times < 2; times += 1) {
      engine.is = REFUSED;
      await pass(20 * MINUTE);
      engine.is = null;
      await pass(20 * MINUTE);
    }
    expect(told.map(({ kind }) => kind)).toEqual(Array(2).fill(['engine-unreachable', 'engine-back']).flat());
  });

  it('is not back because a turn of the writer had nothing to ask of it', async () => {
    const { told, watch, engine, clock, pass } = begin();
    engine.is = REFUSED;
    watch.trouble(REFUSED);
    await watch.step();
    await pass(20 * MINUTE);
    expect(told).toEqual([unreachable(0)]);
    expect(clock.monotonic()).toBe(20 * MINUTE);
  });

  it('of which another instance has the lease now is its business', async () => {
    const { told, watch, clock } = begin();
    watch.trouble(REFUSED);
    watch.left();
    clock.advance(60 * MINUTE);
    expect(told).toEqual([]);
  });

  it('whose lease was taken anew is watched from then on', async () => {
    const { told, watch, clock } = begin();
    watch.trouble(REFUSED);
    clock.advance(10 * MINUTE);
    watch.reset();
    watch.trouble(REFUSED);
    clock.advance(10 * MINUTE);
    expect(told).toEqual([]);
    clock.advance(5 * MINUTE);
    expect(told).toEqual([unreachable(10)]);
  });

  it('is looked at more often where it may not be away for long', async () => {
    const { told, asked, engine, pass } = begin({ patience: 10 * SECOND });
    await pass(MINUTE);
    expect(asked()).toBe(12);
    engine.is = REFUSED;
    await pass(MINUTE);
    expect(told).toHaveLength(1);
  });

  it('may be away for longer than timers last', () => {
    const { told, watch, clock } = begin({ patience: 1000 * 24 * 60 * MINUTE });
    watch.trouble(REFUSED);
    clock.advance(20 * 24 * 60 * MINUTE);
    expect(told).toEqual([]);
  });

  it('is not at fault where something else is', async () => {
    const { told, watch, engine, clock } = begin();
    engine.is = new Error('out of memory');
    clock.advance(MINUTE);
    await expect(watch.step()).rejects.toThrow('out of memory');
    expect(told).toEqual([]);
  });
});
