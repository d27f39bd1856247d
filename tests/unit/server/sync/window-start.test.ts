import { windowStart } from '../../../../server/src/sync/window-start';

it('begins so many milliseconds ago', () => {
  expect(windowStart(1000, 5000)).toBe(4000);
});

it('begins before anything was written where the window is everything', () => {
  expect(windowStart('all', 5000)).toBe(0);
});
