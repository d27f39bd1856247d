import fc from 'fast-check';

import { createStamps, type Stamps } from '../../../../server/src/writer/stamps';
import { virtualClock, type VirtualClock } from '../fixtures/clock';

function begin(): { stamps: Stamps; clock: VirtualClock } {
  const clock = virtualClock();
  return { stamps: createStamps(clock.monotonic), clock };
}

describe('stamps', () => {
  it('cannot be had before the engine’s clock was observed', () => {
    const { stamps } = begin();
    expect(stamps.isKnown).toBe(false);
    expect(() => stamps.next()).toThrow('no stamp before the clock of the engine was observed');
    expect(() => stamps.above()).toThrow('no stamp before the clock of the engine was observed');
    expect(stamps.last).toBe(0);
  });

  it('go on from the engine’s clock by what has passed since', () => {
    const { stamps, clock } = begin();
    clock.advance(500);
    stamps.observe(10_000);
    expect(stamps.isKnown).toBe(true);
    expect(stamps.next()).toBe(10_000);
    clock.advance(250);
    expect(stamps.next()).toBe(10_250);
    expect(stamps.last).toBe(10_250);
  });

  it('are whole milliseconds', () => {
    const { stamps, clock } = begin();
    stamps.observe(10_000);
    clock.advance(0.75);
    expect(stamps.next()).toBe(10_000);
  });

  it('may be equal for batches of the same millisecond', () => {
    const { stamps } = begin();
    stamps.observe(10_000);
    expect([stamps.next(), stamps.next()]).toEqual([10_000, 10_000]);
  });

  it('stand still until a clock that was put back has caught up', () => {
    const { stamps, clock } = begin();
    stamps.observe(10_000);
    stamps.next();
    stamps.observe(4000);
    expect(stamps.next()).toBe(10_000);
    clock.advance(6001);
    expect(stamps.next()).toBe(10_001);
  });

  it('jump with a clock that was put forward', () => {
    const { stamps } = begin();
    stamps.observe(10_000);
    stamps.observe(90_000);
    expect(stamps.next()).toBe(90_000);
  });

  it('of the start of an update are above all used so far, even in the same millisecond', () => {
    const { stamps } = begin();
    stamps.observe(10_000);
    expect([stamps.next(), stamps.above(), stamps.above(), stamps.next()]).toEqual([10_000, 10_001, 10_002, 10_002]);
  });

  it('of the start of an update are the engine’s time where that is later', () => {
    const { stamps, clock } = begin();
    stamps.observe(10_000);
    stamps.next();
    clock.advance(300);
    expect(stamps.above()).toBe(10_300);
  });

  it('begin where the last owner of the lease left off', () => {
    const { stamps } = begin();
    stamps.reset(50_000);
    stamps.observe(10_000);
    expect(stamps.next()).toBe(50_000);
    expect(stamps.above()).toBe(50_001);
  });

  it('need a new look at the clock after a change of owners', () => {
    const { stamps } = begin();
    stamps.observe(10_000);
    stamps.reset(50_000);
    expect(stamps.isKnown).toBe(false);
    expect(stamps.last).toBe(50_000);
    expect(() => stamps.next()).toThrow();
  });

  it('do not fall below the start of an update that is resumed', () => {
    const { stamps } = begin();
    stamps.observe(10_000);
    stamps.raiseTo(70_000);
    expect(stamps.next()).toBe(70_000);
  });

  it('are not lowered by the start of an old update', () => {
    const { stamps } = begin();
    stamps.observe(10_000);
    stamps.next();
    stamps.raiseTo(3000);
    expect(stamps.last).toBe(10_000);
  });

  it('never fall, whatever the clocks and the owners do, and those of starts rise', () => {
    const time = fc.integer({ min: 0, max: 1_000_000 });
    const move = fc.oneof(
      fc.record({ kind: fc.constant('observe'), time }),
      fc.record({ kind: fc.constant('pass'), time: fc.double({ min: 0, max: 1000, noNaN: true }) }),
      fc.record({ kind: fc.constant('raiseTo'), time }),
      fc.record({ kind: fc.constantFrom('next', 'above', 'change of owners'), time }),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 50 }), (moves) => {
        const { stamps, clock } = begin();
        stamps.observe(0);
        let highest = 0;
        for (const { kind, time } of moves) {
          if (kind === 'observe') stamps.observe(time);
          if (kind === 'pass') clock.advance(time);
          if (kind === 'raiseTo') stamps.raiseTo(time);
          if (kind === 'change of owners') {
            stamps.reset(stamps.last);
            stamps.observe(time);
          }
          if (kind === 'next') expect(stamps.next()).toBeGreaterThanOrEqual(highest);
          if (kind === 'above') expect(stamps.above()).toBeGreaterThan(highest);
          expect(stamps.last).toBeGreaterThanOrEqual(highest);
          highest = stamps.last;
        }
      }),
    );
  });
});
