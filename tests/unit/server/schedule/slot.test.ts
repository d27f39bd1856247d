import fc from 'fast-check';

import { firesIn, pauseOf, slotOf } from '../../../../server/src/schedule/slot';

/** Local time, as cron rules go by. */
const at = (...parts: [year: number, month: number, day: number, hour: number, minute: number]) => new Date(...parts);
const slot = (...parts: Parameters<typeof at>) => slotOf(at(...parts));

const DAILY = '0 3 * * *';

describe('a slot', () => {
  it.each([0, 1, 59_999])('is the minute that a job is due in, also %i ms after it has begun', (late) => {
    const due = at(2026, 10, 22, 3, 0);
    expect(slotOf(new Date(due.getTime() + late))).toBe(slotOf(due));
  });

  it('rises by one from minute to minute', () => {
    expect(slot(2026, 10, 22, 3, 1)).toBe(slot(2026, 10, 22, 3, 0) + 1);
  });
});

describe('a rule fires within a slot', () => {
  it.each<[sentence: string, rule: string, when: number, fires: boolean]>([
    ['at its minute', DAILY, slot(2026, 10, 22, 3, 0), true],
    ['not a minute before', DAILY, slot(2026, 10, 22, 2, 59), false],
    ['not a minute after', DAILY, slot(2026, 10, 22, 3, 1), false],
    ['on its day of the week', '0 4 * * 0', slot(2026, 10, 22, 4, 0), true],
    ['on no other day', '0 4 * * 0', slot(2026, 10, 23, 4, 0), false],
    ['at any minute where it fires each second', '* * * * * *', slot(2026, 10, 22, 12, 34), true],
    ['at the minute that its second is in', '59 0 3 * * *', slot(2026, 10, 22, 3, 0), true],
    ['never again once its year is over', '0 0 0 1 1 * 2020', slot(2026, 0, 1, 0, 0), false],
  ])('%s', (_, rule, when, fires) => {
    expect(firesIn(rule, when)).toBe(fires);
  });
});

describe('the pause before a job', () => {
  const when = slot(2026, 10, 22, 3, 0);

  it.each<[sentence: string, rule: string, longest: number]>([
    ['is at most a minute', DAILY, 60_000],
    ['is at most a tenth of the time until the job is due again', '*/5 * * * *', 30_000],
    ['is a few seconds where that is a minute', '* * * * *', 6000],
    ['is a few seconds where the rule fires each second: it is due once in a minute', '* * * * * *', 6000],
    ['is at most a minute where the rule never fires again', '0 0 3 22 11 * 2026', 60_000],
  ])('%s', (_, rule, longest) => {
    expect(pauseOf(rule, when, 1)).toBeCloseTo(longest, 0);
    expect(pauseOf(rule, when, 0.5)).toBeCloseTo(longest / 2, 0);
    expect(pauseOf(rule, when, 0)).toBe(0);
  });

  it('never lasts until the job is due again', () => {
    const rules = fc.constantFrom('* * * * * *', '* * * * *', '*/2 * * * *', '7,9 * * * *', DAILY);
    fc.assert(
      fc.property(rules, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1440), (rule, random, later) => {
        expect(pauseOf(rule, when + later, random)).toBeLessThan(60_001);
      }),
    );
  });
});
