import type { RunItem } from '../../../../server/src/contract';
import { createRunItems } from '../../../../server/src/runs/run-items';
import { createInMemoryDatabase } from '../fixtures/database';

const missing = (id: string, index = 'offer'): RunItem => ({
  ...{ id, index, documentId: id, locale: null },
  ...{ verdict: 'missing', action: null, result: null },
});

describe('what a run lists', () => {
  it('names a document once for each index, also where it was found twice at once', async () => {
    const items = createRunItems(createInMemoryDatabase().strapi);
    expect(await items.add(1, [missing('a'), missing('a'), missing('a', 'archive')])).toHaveLength(2);
    expect(await items.add(1, [missing('a'), missing('b')])).toEqual([missing('b')]);
    expect(await items.count(1)).toBe(3);
  });

  it('is its own, and can be forgotten', async () => {
    const items = createRunItems(createInMemoryDatabase().strapi);
    await items.add(1, [missing('a')]);
    await items.add(2, [missing('a')]);
    await items.clear(1);
    expect(await items.count(1)).toBe(0);
    expect(await items.count(2)).toBe(1);
  });
});
