import { createCountComparison } from '../../../../server/src/drift/equal-counts';
import { EngineError } from '../../../../server/src/engine/search-engine';
import type { Mark } from '../../../../server/src/outbox/mark';
import { offers } from '../fixtures/collection';

/** What both sides hold; ten documents each where nothing else is said. */
interface Holdings {
  inScope?: number;
  excluded?: number;
  failing?: number;
  /** In one index. */
  own?: number | null;
  unowned?: number;
  /** Marks that are found at each look for them. */
  marks?: number[];
  refused?: boolean;
}

const MARK: Mark = { id: 1, uid: 'api::offer.offer', documentId: 'x', kind: 'edited', relatedUid: null };

function areEqual({ inScope = 10, excluded = 0, failing = 0, own = 10, unowned = 0, marks = [], refused }: Holdings) {
  const looks = [...marks];
  return createCountComparison(
    {
      source: { count: async () => inScope },
      exclusions: { count: async () => excluded },
      failures: { count: async () => failing },
      outbox: { oldest: async () => Array.from({ length: looks.shift() ?? 0 }, () => MARK) },
      engine: {
        countDocuments: async (_, filter) => {
          if (refused) throw new EngineError('rejected', 'invalid_document_filter', 'not filterable');
          return filter && 'uid' in filter ? own : unowned;
        },
      },
    },
    offers(),
  )();
}

describe('the counts of a collection and its index', () => {
  it.each<[sentence: string, holdings: Holdings]>([
    ['there is a document for each entry', {}],
    ['there is one for each that is not left out', { inScope: 12, excluded: 2 }],
    ['both are empty', { inScope: 0, own: 0 }],
  ])('are equal where %s', async (_, holdings) => {
    expect(await areEqual(holdings)).toBe(true);
  });

  it.each<[sentence: string, holdings: Holdings]>([
    ['there is a document more', { own: 11 }],
    ['there is one less', { own: 9 }],
    ['there is no index', { inScope: 0, own: null }],
    ['some documents do not say whose they are', { unowned: 1 }],
    ['an entry fails, whose last version may be there or not', { failing: 1 }],
    ['a mark waits', { marks: [1] }],
    ['a mark has come meanwhile', { marks: [0, 1] }],
    ['the engine cannot tell whose documents are', { refused: true }],
  ])('prove nothing where %s', async (_, holdings) => {
    expect(await areEqual(holdings)).toBe(false);
  });

  it('cannot be compared while the engine is away', async () => {
    const away = new EngineError('unavailable', 'unreachable', 'nobody answers');
    const engine = { countDocuments: () => Promise.reject(away) };
    const none = { count: async () => 0 };
    const outbox = { oldest: async () => [] };
    const compare = createCountComparison({ engine, outbox, source: none, exclusions: none, failures: none }, offers());
    await expect(compare()).rejects.toBe(away);
  });
});
