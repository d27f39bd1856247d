import type { CollectionDefinition } from '../../../../server/src/collections/collection';
import { createCollectionRecords } from '../../../../server/src/collections/collection-records';
import { TABLES } from '../../../../server/src/database/models';
import { compareDocument } from '../../../../server/src/drift/comparison';
import { createPortionReader } from '../../../../server/src/writer/portion-reader';
import { createInMemoryEngine } from '../../../support/in-memory-engine';
import { offers } from '../fixtures/collection';
import { createInMemoryDatabase } from '../fixtures/database';
import { titledEntries } from '../fixtures/titled-entries';

const PLACE = { id: 'offer-cook', index: 'offer', locale: null };

function begin(changes: Partial<CollectionDefinition> = {}) {
  const database = createInMemoryDatabase();
  const engine = createInMemoryEngine();
  const reader = createPortionReader({
    source: titledEntries(new Map([['cook', 'Cook']])),
    sanitize: async (_, entry) => entry,
    records: createCollectionRecords(database.strapi),
  });
  return { database, engine, compare: () => compareDocument({ engine, reader }, offers(changes), 'cook') };
}

describe('the comparison of a document', () => {
  it('shows what either side has', async () => {
    const { engine, compare } = begin();
    const database = expect.objectContaining({ title: 'Cook' });
    expect(await compare()).toEqual([{ ...PLACE, database, engine: null, error: null }]);

    await engine.addDocuments('offer', [JSON.stringify({ _meilisearch_id: 'offer-cook', title: 'Chef' })]);
    engine.process();
    expect(await compare()).toEqual([{ ...PLACE, database, engine: { title: 'Chef' }, error: null }]);
  });

  it('shows why no document can be made of an entry, beside what the engine keeps of it', async () => {
    const error = 'no words for Cook';
    const { engine, compare } = begin({
      transformEntry: () => {
        throw new Error(error);
      },
    });
    expect(await compare()).toEqual([{ ...PLACE, database: null, engine: null, error }]);

    await engine.addDocuments('offer', [JSON.stringify({ _meilisearch_id: 'offer-cook', title: 'Chef' })]);
    engine.process();
    expect(await compare()).toEqual([{ ...PLACE, database: null, engine: { title: 'Chef' }, error }]);
  });

  it('shows that of an entry whose document the engine would not take', async () => {
    const { compare } = begin({ modelName: 'job offer' });
    const error = 'Meilisearch does not accept the document id "job offer-cook"';
    expect(await compare()).toEqual([{ ...PLACE, id: 'job offer-cook', database: null, engine: null, error }]);
  });

  it('changes nothing, also where its locale is not on record yet', async () => {
    const { database, compare } = begin();
    await compare();
    expect(database.rows(TABLES.collections)).toEqual([]);
  });
});
