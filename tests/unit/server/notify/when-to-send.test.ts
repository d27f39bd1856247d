import fc from 'fast-check';

import { waitBeforeSending } from '../../../../server/src/notify/when-to-send';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NOW = 10 * HOUR;
const ago = (time: number) => NOW - time;

/** Milliseconds to wait for news that began so long ago, after mails so long ago. */
const wait = (since: number, { sent = [] as number[], isRoundOn = false, perHour = 6 } = {}) =>
  waitBeforeSending({ since: ago(since), sent: sent.map(ago), isRoundOn }, NOW, perHour);

describe('news', () => {
  it('is gathered for a minute', () => {
    expect(wait(0)).toBe(MINUTE);
    expect(wait(59 * SECOND)).toBe(SECOND);
    expect(wait(MINUTE)).toBe(0);
    expect(wait(HOUR)).toBe(0);
  });

  it('is gathered for a shorter time where many mails are wanted', () => {
    expect(wait(0, { perHour: 60 })).toBe(6 * SECOND);
    expect(wait(0, { perHour: 3600 })).toBe(0.1 * SECOND);
    expect(wait(0, { perHour: 1 })).toBe(MINUTE);
  });

  it('waits while a round of checks is on, which is asked every few seconds', () => {
    expect(wait(MINUTE, { isRoundOn: true })).toBe(5 * SECOND);
    expect(wait(9 * MINUTE, { isRoundOn: true })).toBe(5 * SECOND);
    expect(wait(10 * MINUTE - SECOND, { isRoundOn: true })).toBe(SECOND);
  });

  it('waits for ten minutes at most', () => {
    expect(wait(10 * MINUTE, { isRoundOn: true })).toBe(0);
  });

  it.each<[sentence: string, sent: number[], perHour: number, time: number]>([
    ['goes out while there were fewer mails in the last hour', [50, 30, 20, 10, 5], 6, 0],
    ['waits until the oldest of too many is an hour old', [50, 40, 30, 20, 10, 5], 6, 10],
    ['waits for an hour after the only one that is allowed', [1], 1, 59],
    ['goes out once that is an hour old', [60], 1, 0],
    ['does not count what is older', [500, 300, 61], 1, 0],
  ])('%s', (_, sent, perHour, time) => {
    expect(wait(2 * MINUTE, { sent: sent.map((minutes) => minutes * MINUTE), perHour })).toBe(time * MINUTE);
  });

  it('waits for both, the round and the hour', () => {
    expect(wait(2 * MINUTE, { sent: [HOUR - SECOND], perHour: 1, isRoundOn: true })).toBe(SECOND);
  });

  it('never goes out more often than is allowed, and never waits for ever', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: HOUR / 4 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 10 }), fc.boolean(), (happenings, perHour, isRoundOn) => {
        const sent: number[] = [];
        let now = 0;
        for (const gap of happenings) {
          now += gap;
          const since = now;
          for (;;) {
            const time = waitBeforeSending({ since, sent, isRoundOn }, now, perHour);
            if (time === 0) break;
            expect(time).toBeGreaterThan(0);
            now += time;
          }
          expect(now - since).toBeLessThanOrEqual(HOUR + 10 * MINUTE);
          sent.push(now);
          expect(sent.filter((at) => at > now - HOUR).length).toBeLessThanOrEqual(perHour);
        }
      }),
    );
  });
});
