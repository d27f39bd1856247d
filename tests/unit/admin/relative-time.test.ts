import { relativeTime, timeUntil } from '../../../admin/src/format/relative-time';

const NOW = Date.parse('2026-05-04T10:00:00.000Z');

describe('how long ago something was', () => {
  it.each([
    ['2026-05-04T10:00:00.000Z', 0, 'second'],
    ['2026-05-04T10:00:30.000Z', 0, 'second'],
    ['2026-05-04T09:59:01.000Z', -59, 'second'],
    ['2026-05-04T09:59:00.000Z', -1, 'minute'],
    ['2026-05-04T09:00:01.000Z', -59, 'minute'],
    ['2026-05-04T08:00:00.000Z', -2, 'hour'],
    ['2026-05-02T10:00:00.000Z', -2, 'day'],
    ['2026-02-04T10:00:00.000Z', -2, 'month'],
    ['2024-05-04T10:00:00.000Z', -2, 'year'],
  ])('%s is %p %s away', (at, value, unit) => {
    const time = relativeTime(at, NOW);
    expect(time).toEqual({ value: value === 0 ? expect.closeTo(0) : value, unit });
  });
});

describe('how long it is until something', () => {
  it.each([
    ['1970-01-01T00:00:00.000Z', 0, 'second'],
    ['2026-05-04T09:00:00.000Z', 0, 'second'],
    ['2026-05-04T10:00:59.000Z', 59, 'second'],
    ['2026-05-04T12:00:00.000Z', 2, 'hour'],
  ])('%s is %p %s away', (at, value, unit) => {
    expect(timeUntil(at, NOW)).toEqual({ value, unit });
  });
});
