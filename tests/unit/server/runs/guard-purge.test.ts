import fc from 'fast-check';

import { mayPurge } from '../../../../server/src/runs/guard-purge';

describe('a purge', () => {
  it.each<[sentence: string, orphans: number, documents: number, share: number, goesAhead: boolean]>([
    ['of a few goes ahead', 10, 1000, 0.5, true],
    ['of exactly the share goes ahead', 500, 1000, 0.5, true],
    ['of one more than the share waits for a person', 501, 1000, 0.5, false],
    ['of everything waits for a person', 1000, 1000, 0.5, false],
    ['of nothing goes ahead', 0, 1000, 0.5, true],
    ['of nothing goes ahead even if every purge is to be asked for', 0, 1000, 0, true],
    ['of nothing out of nothing goes ahead', 0, 0, 0, true],
    ['of one waits if every purge is to be asked for', 1, 1000, 0, false],
    ['of everything goes ahead if none is to be asked for', 1000, 1000, 1, true],
    ['of the only document waits', 1, 1, 0.5, false],
    ['of exactly a share that is no round number goes ahead', 29, 100, 0.29, true],
    ['out of an index that counts nothing waits', 5, 0, 0.5, false],
    ['out of an index that counts nothing goes ahead if none is to be asked for', 5, 0, 1, true],
  ])('%s', (_, orphans, documents, share, goesAhead) => {
    expect(mayPurge({ orphans, documents }, share)).toBe(goesAhead);
  });

  it('of fewer goes ahead wherever one of more does', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), share, (orphans, fewer, documents, limit) => {
        if (mayPurge({ orphans, documents }, limit)) {
          expect(mayPurge({ orphans: Math.max(0, orphans - fewer), documents }, limit)).toBe(true);
        }
      }),
    );
  });
});
