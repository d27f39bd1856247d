import fc from 'fast-check';

import { linkChange } from '../../../../server/src/capture/link-changes';

const replacedBy = (...linked: number[]) => ({ replaces: true, linked, unlinked: [] });

describe('the value of a relation', () => {
  it.each<[sentence: string, value: unknown]>([
    ['that is not given', undefined],
    ['that connects and disconnects nothing', { connect: [], disconnect: [] }],
    ['that is an empty object', {}],
    ['that sets no list', { set: null }],
  ])('%s changes nothing', (_, value) => {
    expect(linkChange(value)).toBeNull();
  });

  it.each<[value: unknown, linked: number[]]>([
    [null, []],
    [[], []],
    [7, [7]],
    ['7', [7]],
    [{ id: 7 }, [7]],
    [{ id: 7, __pivot: { field: 'cover' } }, [7]],
    [
      [7, 8],
      [7, 8],
    ],
    [
      ['7', { id: 8 }],
      [7, 8],
    ],
    [{ set: [7, { id: 8 }] }, [7, 8]],
    [{ set: 7 }, [7]],
    [{ set: [] }, []],
  ])('%j replaces all links by %j', (value, linked) => {
    expect(linkChange(value)).toEqual(replacedBy(...linked));
  });

  it.each<[value: unknown, linked: number[], unlinked: number[]]>([
    [{ connect: [7, { id: 8 }] }, [7, 8], []],
    [{ connect: 7 }, [7], []],
    [{ connect: { id: 7 } }, [7], []],
    [{ connect: [{ id: 7, position: { before: 3 } }] }, [7], []],
    [{ disconnect: [{ id: 7 }, 8] }, [], [7, 8]],
    [{ connect: [1], disconnect: [2] }, [1], [2]],
    [{ connect: [], disconnect: 2 }, [], [2]],
    [{ set: undefined, connect: [1] }, [1], []],
  ])('%j leaves the other links, and adds %j and removes %j', (value, linked, unlinked) => {
    expect(linkChange(value)).toEqual({ replaces: false, linked, unlinked });
  });

  it('means the same as an id, as text, as an object and as a list of one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), (id) => {
        for (const value of [id, String(id), { id }, [id], [String(id)], [{ id }], { set: [id] }, { set: [{ id }] }]) {
          expect(linkChange(value)).toEqual(replacedBy(id));
        }
      }),
    );
  });

  it.each([['abc'], [{ id: undefined }], [[null]], [Number.NaN], [1.5]])('%j names no row', (value) => {
    expect(linkChange(value)?.linked).toEqual([]);
  });
});
