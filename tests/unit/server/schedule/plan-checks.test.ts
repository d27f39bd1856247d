import { globalOptionsSchema } from '../../../../server/src/config/options';
import { checkRules, planCheck, type ScheduledCheck } from '../../../../server/src/schedule/plan-checks';
import { slotOf } from '../../../../server/src/schedule/slot';

const NOW = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;

const optionsOf = (check: object) => globalOptionsSchema.parse({ check }).check;

it.each<[sentence: string, check: object, names: ScheduledCheck[]]>([
  ['both by default', {}, ['check', 'full check']],
  ['the one of late changes', { fullSchedule: false }, ['check']],
  ['the one of everything', { schedule: false }, ['full check']],
  ['neither', { schedule: false, fullSchedule: false }, []],
])('the checks that are scheduled are %s', (_, check, names) => {
  expect(checkRules(optionsOf(check)).map(({ name }) => name)).toEqual(names);
});

describe('a scheduled check', () => {
  // A Sunday, by the clock that cron rules go by.
  const sunday = (hour: number) => slotOf(new Date(2026, 10, 22, hour));

  it.each<[sentence: string, name: ScheduledCheck, check: object, hour: number, plan: object | null]>([
    [
      'looks at the versions of what changed within the window',
      'check',
      { window: '14d' },
      3,
      { depth: 'quick', since: NOW - 14 * DAY, repair: true },
    ],
    ['looks at everything where the window is all', 'check', { window: 'all' }, 3, { depth: 'full', repair: true }],
    ['of everything looks at everything', 'full check', { window: '1h' }, 4, { depth: 'full', repair: true }],
    ['leaves what it finds where it is told to', 'full check', { repair: false }, 4, { depth: 'full', repair: false }],
    ['leaves the minute to the one of everything', 'check', { schedule: '0 * * * *' }, 4, null],
    ['is made at other times', 'check', { schedule: '0 * * * *' }, 5, expect.objectContaining({ depth: 'quick' })],
    [
      'is made where the one of everything is turned off',
      'check',
      { schedule: '0 4 * * 0', fullSchedule: false },
      4,
      expect.objectContaining({ depth: 'quick' }),
    ],
    [
      'of everything is made where both are due',
      'full check',
      { schedule: '0 4 * * 0' },
      4,
      { depth: 'full', repair: true },
    ],
  ])('%s', (_, name, check, hour, plan) => {
    expect(planCheck(name, optionsOf(check), sunday(hour), NOW)).toEqual(plan);
  });
});
