import { beginStint } from '../../../../server/src/runs/stint';

function stintOf(...millisecondsPerPage: number[]): boolean[] {
  let now = 1000;
  const stint = beginStint(() => now);
  return millisecondsPerPage.map((milliseconds) => {
    now += milliseconds;
    return stint.goesOn();
  });
}

describe('a stint of a run', () => {
  it.each([
    ['four pages, however fast they are', [1, 1, 1, 1], [true, true, true, false]],
    ['as many as fit into three tenths of a second', [120, 120, 120], [true, true, false]],
    ['one page at least', [5000], [false]],
  ])('has %s', (_, pages, goesOn) => {
    expect(stintOf(...pages)).toEqual(goesOn);
  });
});
