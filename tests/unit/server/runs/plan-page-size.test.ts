import { planPageSize } from '../../../../server/src/runs/plan-page-size';

const PAGES = { read: 250, least: 500, most: 2000 };

describe('the next page of an update', () => {
  it.each([
    ['is small at first', null, 0, 500],
    ['grows where the engine has nothing to do', 500, 0, 1000],
    ['grows where the engine has only just been given the last ones', 1000, 2, 2000],
    ['grows no more at the limit', 2000, 0, 2000],
    ['grows to no more than the limit', 1500, 0, 2000],
    ['stays where the engine is a little behind', 1000, 3, 1000],
    ['is small again where the engine is behind', 2000, 5, 500],
  ])('%s', (_, present, unfinished, planned) => {
    expect(planPageSize(present, unfinished, PAGES)).toBe(planned);
  });

  it('has as many entries as were asked for, whatever the engine does', () => {
    const pages = { read: 50, least: 50, most: 50 };
    for (const unfinished of [0, 1, 2, 9]) expect(planPageSize(50, unfinished, pages)).toBe(50);
  });
});
