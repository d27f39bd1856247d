import { setImmediate } from 'node:timers/promises';

import { createCounted } from '../../../../server/src/overview/counted';
import { virtualClock } from '../fixtures/clock';

/** A table whose rows take their time to be counted; `times` says how often they were. */
function begin(took: number) {
  const clock = virtualClock();
  const table = { rows: 5, times: 0, error: null as Error | null };
  const counted = createCounted(async () => {
    table.times += 1;
    clock.advance(took);
    if (table.error) throw table.error;
    return table.rows;
  }, clock.monotonic);
  return { clock, table, counted };
}

describe('a count that is quickly taken', () => {
  it('is taken once within a second', async () => {
    const { clock, table, counted } = begin(1);
    expect(await counted.get()).toBe(5);
    table.rows = 6;
    clock.advance(999);
    expect(await counted.get()).toBe(5);
    expect(table.times).toBe(1);
  });

  it('is taken again after a second, and waited for', async () => {
    const { clock, table, counted } = begin(1);
    await counted.get();
    table.rows = 6;
    clock.advance(1000);
    expect(await counted.get()).toBe(6);
  });

  it('is taken for a fiftieth of the time at most', async () => {
    const { clock, table, counted } = begin(30);
    await counted.get();
    table.rows = 6;
    clock.advance(1499);
    expect(await counted.get()).toBe(5);
    clock.advance(1);
    expect(await counted.get()).toBe(6);
  });

  it('is taken once for all who ask at the same time', async () => {
    const { clock, table, counted } = begin(1);
    expect(await Promise.all([counted.get(), counted.get()])).toEqual([5, 5]);
    clock.advance(1000);
    table.rows = 6;
    expect(await Promise.all([counted.get(), counted.get()])).toEqual([6, 6]);
    expect(table.times).toBe(2);
  });

  it('tells all who ask that it cannot be taken, and is tried again', async () => {
    const { clock, table, counted } = begin(1);
    table.error = new Error('no table');
    await expect(counted.get()).rejects.toThrow('no table');
    await expect(Promise.all([counted.get(), counted.get()])).rejects.toThrow('no table');
    table.error = null;
    expect(await counted.get()).toBe(5);
    clock.advance(1000);
    table.error = new Error('no table');
    await expect(counted.get()).rejects.toThrow('no table');
  });
});

describe('a count that takes long', () => {
  const TOOK = 300;
  const LATE = 15_000;

  it('is waited for the first time', async () => {
    expect(await begin(TOOK).counted.get()).toBe(5);
  });

  it('is answered from before while it is taken again, once for all who ask', async () => {
    const { clock, table, counted } = begin(TOOK);
    await counted.get();
    table.rows = 6;
    clock.advance(LATE);
    expect(await Promise.all([counted.get(), counted.get()])).toEqual([5, 5]);
    expect(table.times).toBe(2);
    expect(await counted.get()).toBe(6);
  });

  it('is not taken again before it is late enough', async () => {
    const { clock, table, counted } = begin(TOOK);
    await counted.get();
    clock.advance(LATE - 1);
    await counted.get();
    expect(table.times).toBe(1);
  });

  it('that could not be taken again is not answered from before', async () => {
    const { clock, table, counted } = begin(TOOK);
    await counted.get();
    clock.advance(LATE);
    table.error = new Error('no table');
    expect(await counted.get()).toBe(5);
    await setImmediate();
    await expect(counted.get()).rejects.toThrow('no table');
  });
});

describe('a count that takes very long', () => {
  it('is a minute old at most', async () => {
    const { clock, table, counted } = begin(2000);
    await counted.get();
    clock.advance(59_999);
    await counted.get();
    expect(table.times).toBe(1);
    clock.advance(1);
    await counted.get();
    expect(table.times).toBe(2);
  });
});

describe('a count that differs from what it should be equal to', () => {
  it('is taken at once, and waited for', async () => {
    const { table, counted } = begin(200);
    await counted.get();
    table.rows = 6;
    expect(await counted.again()).toBe(6);
  });

  it('that takes long is ten seconds old at most, and not waited for', async () => {
    const { clock, table, counted } = begin(201);
    await counted.get();
    table.rows = 6;
    clock.advance(9999);
    expect(await counted.again()).toBe(5);
    expect(table.times).toBe(1);
    clock.advance(1);
    expect(await counted.again()).toBe(5);
    expect(await counted.again()).toBe(6);
  });

  it('is taken even where none was taken before', async () => {
    expect(await begin(1).counted.again()).toBe(5);
  });
});
