import { type AdminApi, createAdminApi } from '../support/admin-api';
import { addNewspapers } from '../support/newspapers';
import { deleteRows } from '../support/rows';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

const JOURNAL = 'api::journal.article';
const MAGAZINE = 'api::magazine.article';
const AUTHOR = 'api::journal.author';

let app: SyncedPlayground;
let api: AdminApi;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/same-names'), prepare: addNewspapers });
  api = createAdminApi(app);
}, 120_000);

afterAll(() => app.stop());

const publish = (uid: string, name: string, more: object = {}) =>
  app.documents(uid).create({ data: { name, ...more }, status: 'published' });

/** Names in an index with the content types they are of, sorted, once all that was saved so far is there. */
async function articlesIn(index: string): Promise<string[]> {
  await app.sync.settle();
  const documents = await app.engine.documents(index);
  return documents.map(({ name, _strapi }) => `${String(name)} (${_strapi!.uid})`).sort();
}

const ofJournal = (name: string) => `${name} (${JOURNAL})`;
const ofMagazine = (name: string) => `${name} (${MAGAZINE})`;

describe('two content types with the same modelName', () => {
  it('have an index of their own each, and share another', async () => {
    const strike = await publish(JOURNAL, 'Strike');
    const fashion = await publish(MAGAZINE, 'Fashion');
    expect(await articlesIn('journal')).toEqual([ofJournal('Strike')]);
    expect(await articlesIn('magazine')).toEqual([ofMagazine('Fashion')]);
    expect(await app.engine.ids('articles')).toEqual(
      [strike, fashion].map(({ documentId }) => `article-${documentId}`).sort(),
    );
  });

  it('are told apart by saves', async () => {
    const strike = await publish(JOURNAL, 'Weather');
    const fashion = await publish(MAGAZINE, 'Weather');
    await app.documents(JOURNAL).update({
      documentId: strike.documentId,
      data: { name: 'Storm' },
      status: 'published',
    });
    expect(await articlesIn('articles')).toEqual(expect.arrayContaining([ofJournal('Storm'), ofMagazine('Weather')]));

    await app.documents(MAGAZINE).delete({ documentId: fashion.documentId });
    expect(await articlesIn('articles')).toEqual([ofMagazine('Fashion'), ofJournal('Storm'), ofJournal('Strike')]);
    expect(await articlesIn('magazine')).toEqual([ofMagazine('Fashion')]);
  });

  it('are counted, updated and purged each by itself', async () => {
    const { documentId: lost } = await publish(JOURNAL, 'Lost');
    await app.sync.settle();
    await deleteRows(app.strapi, JOURNAL, [lost]);

    expect((await api.updateFully(MAGAZINE)).counts).toMatchObject({ total: 1, pushed: 1, purged: 0 });
    expect(await articlesIn('articles')).toContain(ofJournal('Lost'));
    // It is in two indexes.
    expect((await api.updateFully(JOURNAL)).counts).toMatchObject({ total: 2, pushed: 2, purged: 2 });
    expect(await articlesIn('articles')).toEqual([ofMagazine('Fashion'), ofJournal('Storm'), ofJournal('Strike')]);
    await api.untilCollection(JOURNAL, { databaseCount: 2, indexedCount: 2, state: 'in-sync' });
    await api.untilCollection(MAGAZINE, { databaseCount: 1, indexedCount: 1, state: 'in-sync' });
  });

  it('leave their common index one by one', async () => {
    await api.finished(await api.disable(JOURNAL));
    expect(await articlesIn('articles')).toEqual([ofMagazine('Fashion')]);
    expect(await app.engine.indexNames()).toEqual(['articles', 'authors', 'magazine']);
    await api.finished(await api.enable(JOURNAL));
    expect(await articlesIn('articles')).toEqual([ofMagazine('Fashion'), ofJournal('Storm'), ofJournal('Strike')]);
  });
});

it('keeps two content types of one API folder apart, and related', async () => {
  const { documentId } = await publish(AUTHOR, 'Ada');
  const byAda = await publish(JOURNAL, 'Elections', { author: documentId });
  const author = async () => (await app.indexed('journal', byAda.documentId))[`article-${byAda.documentId}`]!.author;
  expect(await author()).toMatchObject({ name: 'Ada' });
  expect(await app.indexed('authors', documentId)).toMatchObject({ [`author-${documentId}`]: { name: 'Ada' } });

  await app.documents(AUTHOR).update({ documentId, data: { name: 'Ida' } });
  expect(await author()).toMatchObject({ name: 'Ida' });
});
