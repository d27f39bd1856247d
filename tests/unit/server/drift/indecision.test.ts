import { type Indecision, indecisionOn } from '../../../../server/src/drift/indecision';
import type { MarkSpan } from '../../../../server/src/outbox/outbox';

const SEEN: Indecision = { newestMark: 7, versions: 'new old', looks: 1 };

describe('what keeps a difference from being called drift', () => {
  it.each<[sentence: string, versions: string, unnamed: MarkSpan | null, before: Indecision | null, Indecision | null]>(
    [
      ['nothing, where no mark may be about it', 'new old', null, null, null],
      ['nothing, once such marks are gone', 'newer old', null, SEEN, null],
      ['the marks there are at the first look', 'new old', { oldest: 5, newest: 7 }, null, SEEN],
      ['those marks, as long as one is left', 'new old', { oldest: 7, newest: 9 }, SEEN, { ...SEEN, looks: 2 }],
      ['nothing, where later ones alone are left', 'new old', { oldest: 8, newest: 9 }, SEEN, null],
      [
        'the later ones, where one side has changed meanwhile',
        'newer old',
        { oldest: 8, newest: 9 },
        SEEN,
        { newestMark: 9, versions: 'newer old', looks: 2 },
      ],
    ],
  )('is %s', (_, versions, unnamed, before, indecision) => {
    expect(indecisionOn(versions, unnamed, before)).toEqual(indecision);
  });
});
