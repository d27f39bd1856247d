import { createCollectionRecords } from '../../../../server/src/collections/collection-records';
import { TABLES } from '../../../../server/src/database/models';
import { compareDocument } from '../../../../server/src/drift/comparison';
import { createPortionReader } from '../../../../server/src/writer/portion-reader';
import { createInMemoryEngine } from '../../../support/in-memory-engine';
import { offers } from '../fixtures/collection';
import { createInMemoryDatabase } from '../fixtures/database';
import { titledEntries } from '../fixtures/titled-entries';

function begin() {
  const database = createInMemoryDatabase();
  const engine = createInMemoryEngine();
  const reader = createPortionReader({
    source: titledEntries(new Map([['cook', 'Cook']])),
    sanitize: async (_, entry) => entry,
    records: createCollectionRecords(database.strapi),
  });
  return { database, engine, compare: () => compareDocument({ engine, reader }, offers(), 'cook') };
}

describe('the comparison of a document', () => {
  it('shows what either side has', async () => {
    const { engine, compare } = begin();
    const place = { id: 'offer-cook', index: 'offer', locale: null };
    const database = expect.objectContaining({ title: 'Cook' });
    expect(await compare()).toEqual([{ ...place, database, engine: null }]);

    await engine.addDocuments('offer', [JSON.stringify({ _meilisearch_id: 'offer-cook', title: 'Chef' })]);
    engine.process();
    expect(await compare()).toEqual([{ ...place, database, engine: { title: 'Chef' } }]);
  });

  it('changes nothing, also where its locale is not on record yet', async () => {
    const { database, compare } = begin();
    await compare();
    expect(database.rows(TABLES.collections)).toEqual([]);
  });
});
