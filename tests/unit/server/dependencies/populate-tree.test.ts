import fc from 'fast-check';

import { populateBranches } from '../../../../server/src/dependencies/populate-tree';

const NAMES = ['author', 'topics', 'zone'];

/** Names all the way down: what a `populate` asks for, level by level. */
interface Tree {
  [name: string]: Tree;
}

/** Reads a `populate` to its end, as deep as it says by itself what lies below. */
const treeOf = (populate: unknown, names: readonly string[]): Tree =>
  Object.fromEntries(
    [...populateBranches(populate, names)].map(([name, branch]) => [name, treeOf(branch.populate, names)]),
  );

describe('a populate', () => {
  it.each<[populate: unknown]>([
    [null],
    [undefined],
    [false],
    [''],
    [[]],
    [{}],
    [0],
    ['nothing'],
    [['nothing.author']],
  ])('of %j asks for nothing', (populate) => {
    expect(treeOf(populate, NAMES)).toEqual({});
  });

  it.each<[populate: unknown]>([[true], ['*'], [['*']], [['author', '*']], ['author,*']])(
    'of %j asks for every attribute of the level, and nothing below',
    (populate) => {
      expect(treeOf(populate, NAMES)).toEqual({ author: {}, topics: {}, zone: {} });
    },
  );

  it.each<[populate: unknown, asked: Tree]>([
    ['author', { author: {} }],
    ['author,topics', { author: {}, topics: {} }],
    ['author, topics.author', { author: {}, topics: { author: {} } }],
    [['author,topics'], { author: {}, topics: {} }],
    [['author.zone.topics'], { author: { zone: { topics: {} } } }],
    [['author', 'author.topics', 'author.zone'], { author: { topics: {}, zone: {} } }],
    [['author.topics', 'author'], { author: { topics: {} } }],
    [['author.nothing'], { author: {} }],
    [{ author: true, topics: false }, { author: {} }],
    [{ author: '*' }, { author: {} }],
    [{ author: {} }, { author: {} }],
    [{ author: { fields: ['name'] } }, { author: {} }],
    [{ author: { populate: 'topics' } }, { author: { topics: {} } }],
    [{ author: { populate: ['topics.zone'] } }, { author: { topics: { zone: {} } } }],
    [{ author: { populate: { topics: { populate: { zone: true } } } } }, { author: { topics: { zone: {} } } }],
    [{ author: { populate: '*' } }, { author: { author: {}, topics: {}, zone: {} } }],
    [{ author: { populate: true } }, { author: { author: {}, topics: {}, zone: {} } }],
    [{ author: { populate: false } }, { author: {} }],
    [{ nothing: true, topics: true }, { topics: {} }],
  ])('of %j asks for %j', (populate, asked) => {
    expect(treeOf(populate, NAMES)).toEqual(asked);
  });

  it('asks for no attribute that cannot be populated, whatever it says', () => {
    const name = fc.oneof(fc.constantFrom(...NAMES), fc.string());
    const populates = fc.oneof(
      name,
      fc.array(name),
      fc.dictionary(name, fc.jsonValue()),
      fc.jsonValue({ maxDepth: 0 }),
    );
    fc.assert(
      fc.property(populates, (populate) => {
        for (const name of populateBranches(populate, NAMES).keys()) expect(NAMES).toContain(name);
      }),
    );
  });

  it('asks for the same as paths, as one string, and as objects', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const paths = pathsOf(tree);
        expect(treeOf(paths, NAMES)).toEqual(tree);
        expect(treeOf(paths.join(','), NAMES)).toEqual(tree);
        expect(treeOf(objectOf(tree), NAMES)).toEqual(tree);
      }),
    );
  });

  it('asks for the same in whatever order the paths come, and however often', () => {
    const shuffled = trees.chain((tree) => {
      const paths = pathsOf(tree);
      return fc.record({
        tree: fc.constant(tree),
        paths: fc.shuffledSubarray([...paths, ...paths], { minLength: 2 * paths.length }),
      });
    });
    fc.assert(
      fc.property(shuffled, ({ tree, paths }) => {
        expect(treeOf(paths, NAMES)).toEqual(tree);
      }),
    );
  });
});

describe('a populate of what may hold several types', () => {
  const branchOf = (below: unknown) => populateBranches({ zone: below }, NAMES).get('zone');

  it('asks for all of them where it names none', () => {
    expect(branchOf(true)).toMatchObject({ populate: null, on: null });
    expect(branchOf({ populate: '*' })).toMatchObject({ populate: '*', on: null });
  });

  it('asks for those that it names, each with what lies below', () => {
    const on = { 'shared.seo': true, 'shared.quote': { populate: ['speaker'] }, 'shared.gallery': {} };
    expect(branchOf({ on })).toMatchObject({
      on: {
        'shared.seo': { populate: null },
        'shared.quote': { populate: ['speaker'] },
        'shared.gallery': { populate: null },
      },
    });
  });

  it('does not ask for one that it turns down', () => {
    expect(Object.keys(branchOf({ on: { 'shared.seo': false, 'shared.quote': true } })?.on ?? {})).toEqual([
      'shared.quote',
    ]);
  });
});

const { tree: trees } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.dictionary(fc.constantFrom(...NAMES), fc.oneof({ maxDepth: 3 }, fc.constant({}), tie('tree'))),
}));

function pathsOf(tree: Tree): string[] {
  return Object.entries(tree).flatMap(([name, below]) => {
    const paths = pathsOf(below).map((path) => `${name}.${path}`);
    return paths.length > 0 ? paths : [name];
  });
}

function objectOf(tree: Tree): object {
  return Object.fromEntries(
    Object.entries(tree).map(([name, below]) => [
      name,
      Object.keys(below).length > 0 ? { populate: objectOf(below) } : true,
    ]),
  );
}
