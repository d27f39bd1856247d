/** @database-sensitive */

import { addLaboratory } from '../support/laboratory';
import { bootSynced, type SyncedPlayground, type Written } from '../support/synced-playground';

const ARTICLE = 'api::laboratory.article';
const AUTHOR = 'api::laboratory.author';
const TOPIC = 'api::laboratory.topic';
const COUNTRY = 'api::laboratory.country';
const REVIEW = 'api::laboratory.review';
const FILE = 'plugin::upload.file';

type Row = Written & { id: number };

let app: SyncedPlayground;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/related'), prepare: addLaboratory });
}, 120_000);

afterAll(() => app.stop());

/** Files are written by the query engine, as the upload plugin does. */
const files = () => app.strapi.db.query(FILE);

async function create(uid: string, data: object): Promise<Row> {
  if (uid === FILE) {
    const file = { hash: 'hash', ext: '.png', mime: 'image/png', size: 1, url: '/file.png', provider: 'local' };
    return (await files().create({ data: { ...file, ...data } })) as Row;
  }
  // Of what has drafts, articles embed the published version.
  return (await app.documents(uid).create({ data, status: 'published' })) as Row;
}

async function rename(uid: string, { id, documentId }: Row, name: string): Promise<void> {
  if (uid === FILE) await files().update({ where: { id }, data: { name } });
  else await app.documents(uid).update({ documentId, data: { name }, status: 'published' });
}

async function remove(uid: string, { id, documentId }: Row): Promise<void> {
  if (uid === FILE) await files().delete({ where: { id } });
  else await app.documents(uid).delete({ documentId });
}

/** All names in the search document of an article or author: its own, and those of whatever it embeds. */
async function namesIn(index: string, { documentId }: { documentId: string }): Promise<string[]> {
  const documents = Object.values(await app.indexed(index, documentId));
  return documents.flatMap((document) =>
    [...JSON.stringify(document).matchAll(/"name":"([^"]*)"/g)].map(([, name]) => name!),
  );
}

const article = (data: object = {}) => create(ARTICLE, { name: 'Article', ...data });

interface Case {
  link: string;
  uid: string;
  /** The data of an article that embeds this entry. */
  embed: (related: Row) => object;
}

const inComponent = (name: string, attribute: string, related: Row) => ({ name, [attribute]: related.documentId });

const cases: Case[] = [
  { link: 'a many-to-one relation', uid: AUTHOR, embed: ({ documentId }) => ({ author: documentId }) },
  { link: 'a one-to-one relation', uid: AUTHOR, embed: ({ documentId }) => ({ editor: documentId }) },
  { link: 'a many-to-many relation', uid: TOPIC, embed: ({ documentId }) => ({ topics: [documentId] }) },
  { link: 'a one-way relation to many', uid: TOPIC, embed: ({ documentId }) => ({ mentions: [documentId] }) },
  { link: 'a one-way relation to one', uid: TOPIC, embed: ({ documentId }) => ({ keyTopic: documentId }) },
  { link: 'a relation to its own kind', uid: ARTICLE, embed: ({ documentId }) => ({ sequel: documentId }) },
  { link: 'a relation kept in a column', uid: COUNTRY, embed: ({ id }) => ({ origin: id }) },
  {
    link: 'a relation to an entry of any type',
    uid: AUTHOR,
    embed: ({ id }) => ({ subject: { __type: AUTHOR, id } }),
  },
  {
    link: 'a relation to entries of any type',
    uid: COUNTRY,
    embed: ({ id }) => ({ links: [{ __type: COUNTRY, id }] }),
  },
  { link: 'a component', uid: AUTHOR, embed: (related) => ({ seo: inComponent('seo', 'reviewer', related) }) },
  {
    link: 'a repeatable component',
    uid: TOPIC,
    embed: (related) => ({ sections: [{ name: 'first' }, inComponent('second', 'topic', related)] }),
  },
  {
    link: 'a component in a component',
    uid: AUTHOR,
    embed: (related) => ({ sections: [{ name: 'section', note: inComponent('note', 'author', related) }] }),
  },
  {
    link: 'a dynamic zone',
    uid: AUTHOR,
    embed: (related) => ({ zone: [{ __component: 'laboratory.quote', ...inComponent('quote', 'speaker', related) }] }),
  },
  { link: 'a media field', uid: FILE, embed: ({ id }) => ({ cover: id }) },
  { link: 'a media field for several files', uid: FILE, embed: ({ id }) => ({ pictures: [id] }) },
  { link: 'a media field of a component', uid: FILE, embed: ({ id }) => ({ seo: { name: 'seo', image: id } }) },
  {
    link: 'a media field in a dynamic zone',
    uid: FILE,
    embed: ({ id }) => ({ zone: [{ __component: 'laboratory.gallery', name: 'gallery', images: [id] }] }),
  },
];

describe.each(cases)('what an article embeds through $link', ({ uid, embed }) => {
  it.concurrent('has its new name in the index once it is renamed, and is gone once it is deleted', async () => {
    const related = await create(uid, { name: 'Before' });
    const embedding = await article(embed(related));
    expect(await namesIn('articles', embedding)).toContain('Before');

    await rename(uid, related, 'After');
    expect(await namesIn('articles', embedding)).toContain('After');

    await remove(uid, related);
    expect(await namesIn('articles', embedding)).toEqual(expect.not.arrayContaining(['Before', 'After']));
  });
});

describe('an entry that a relation leads to from somewhere else', () => {
  it.concurrent('is found by reviews that are written about an article later', async () => {
    const embedding = await article();
    const [published] = await app.documents(ARTICLE).findMany({
      status: 'published',
      filters: { documentId: embedding.documentId },
    });
    const about = [{ __type: ARTICLE, id: published!.id, __pivot: { field: 'reviews' } }];
    const review = await create(REVIEW, { name: 'Review', about });
    expect(await namesIn('articles', embedding)).toContain('Review');

    await remove(REVIEW, review);
    expect(await namesIn('articles', embedding)).not.toContain('Review');
  });

  it.concurrent('changes two levels deep and three', async () => {
    const country = await create(COUNTRY, { name: 'Burma' });
    const author = await create(AUTHOR, { name: 'Eric', country: country.documentId });
    const written = await article({ author: author.documentId });
    const reviewed = await article({ seo: { name: 'seo', reviewer: author.documentId } });
    expect(await namesIn('articles', written)).toContain('Burma');

    await rename(COUNTRY, country, 'Myanmar');
    expect(await namesIn('articles', written)).toContain('Myanmar');
    expect(await namesIn('articles', reviewed)).toContain('Myanmar');

    await app.documents(AUTHOR).update({ documentId: author.documentId, data: { country: null } });
    expect(await namesIn('articles', written)).not.toContain('Myanmar');
    expect(await namesIn('articles', reviewed)).not.toContain('Myanmar');
  });

  it.concurrent('changes along a circle', async () => {
    const first = await article({ name: 'First' });
    const second = await article({ name: 'Second', sequel: first.documentId });
    await app
      .documents(ARTICLE)
      .update({ documentId: first.documentId, data: { sequel: second.documentId }, status: 'published' });
    expect(await namesIn('articles', first)).toEqual(expect.arrayContaining(['First', 'Second']));

    await rename(ARTICLE, second, 'Third');
    expect(await namesIn('articles', first)).toEqual(expect.arrayContaining(['First', 'Third']));
    expect(await namesIn('articles', second)).toEqual(expect.arrayContaining(['First', 'Third']));
  });
});

// One after the other: MariaDB meets deadlocks where Strapi writes the same relation twice at once.
describe('a relation written from its other side', () => {
  it('links and unlinks articles, one by one and all at once', async () => {
    const [one, other] = [await article(), await article()];
    const author = await create(AUTHOR, { name: 'Orwell' });
    const write = (articles: unknown) =>
      app.documents(AUTHOR).update({ documentId: author.documentId, data: { articles } });
    const shown = async () =>
      Promise.all([one, other].map(async (embedding) => (await namesIn('articles', embedding)).includes('Orwell')));

    await write({ connect: [one.documentId, other.documentId] });
    expect(await shown()).toEqual([true, true]);
    await write({ disconnect: [one.documentId] });
    expect(await shown()).toEqual([false, true]);
    await write({ set: [one.documentId] });
    expect(await shown()).toEqual([true, false]);
    await write([]);
    expect(await shown()).toEqual([false, false]);
  });

  it('takes an article from its author when another one claims it', async () => {
    const embedding = await article({ name: 'Claimed' });
    const [first, second] = [
      await create(AUTHOR, { name: 'First', articles: [embedding.documentId] }),
      await create(AUTHOR, { name: 'Second' }),
    ];
    expect(await namesIn('authors', first)).toContain('Claimed');

    await app.documents(AUTHOR).update({
      documentId: second.documentId,
      data: { articles: { connect: [embedding.documentId] } },
    });
    expect(await namesIn('authors', first)).not.toContain('Claimed');
    expect(await namesIn('authors', second)).toContain('Claimed');
    expect(await namesIn('articles', embedding)).toEqual(expect.arrayContaining(['Second']));
  });

  it('takes the editor of an article when another article claims it', async () => {
    const editor = await create(AUTHOR, { name: 'Editor' });
    const first = await article({ editor: editor.documentId });
    expect(await namesIn('articles', first)).toContain('Editor');

    const second = await article({ editor: editor.documentId });
    expect(await namesIn('articles', second)).toContain('Editor');
    expect(await namesIn('articles', first)).not.toContain('Editor');
  });

  it('takes an article from its editor when the draft of another one claims her', async () => {
    const editor = await create(AUTHOR, { name: 'Editor' });
    await article({ name: 'Edited', editor: editor.documentId });
    expect(await namesIn('authors', editor)).toContain('Edited');

    await app.documents(ARTICLE).create({ data: { name: 'Draft', editor: editor.documentId } });
    expect(await namesIn('authors', editor)).toEqual(['Editor']);
  });

  it('moves an article from one author to the other in both of their documents', async () => {
    const [first, second] = [await create(AUTHOR, { name: 'First' }), await create(AUTHOR, { name: 'Second' })];
    const moving = await article({ name: 'Moving', author: first.documentId });
    expect(await namesIn('authors', first)).toContain('Moving');

    await app.documents(ARTICLE).update({
      documentId: moving.documentId,
      data: { author: second.documentId },
      status: 'published',
    });
    expect(await namesIn('authors', first)).not.toContain('Moving');
    expect(await namesIn('authors', second)).toContain('Moving');
  });

  it('moves an article in its draft, and in the documents of both authors once that is published', async () => {
    const [first, second] = [await create(AUTHOR, { name: 'First' }), await create(AUTHOR, { name: 'Second' })];
    const { documentId } = await article({ name: 'Postponed', author: first.documentId });
    await app.documents(ARTICLE).update({ documentId, data: { author: second.documentId } });
    expect(await namesIn('authors', first)).toContain('Postponed');

    await app.documents(ARTICLE).publish({ documentId });
    expect(await namesIn('authors', first)).not.toContain('Postponed');
    expect(await namesIn('authors', second)).toContain('Postponed');
  });

  it('takes a topic from the articles that its draft has dropped, once that is published', async () => {
    const [kept, dropped] = [await article(), await article()];
    const { documentId } = await create(TOPIC, { name: 'Mars', articles: [kept.documentId, dropped.documentId] });
    await app.documents(TOPIC).update({ documentId, data: { articles: [kept.documentId] } });
    expect(await namesIn('articles', dropped)).toContain('Mars');

    await app.documents(TOPIC).publish({ documentId });
    expect(await namesIn('articles', dropped)).not.toContain('Mars');
    expect(await namesIn('articles', kept)).toContain('Mars');
  });

  it('kept in a column links and unlinks articles too', async () => {
    const embedding = await article();
    const country = await create(COUNTRY, { name: 'Chad' });
    const published = { documentId: embedding.documentId, publishedAt: { $notNull: true } };
    const row = (await app.strapi.db.query(ARTICLE).findOne({ where: published })) as Row;
    const write = (originals: number[]) =>
      app.strapi.db.query(COUNTRY).update({ where: { id: country.id }, data: { originals } });

    await write([row.id]);
    expect(await namesIn('articles', embedding)).toContain('Chad');
    await write([]);
    expect(await namesIn('articles', embedding)).not.toContain('Chad');
  });
});

describe('an embedded entry with drafts', () => {
  it.concurrent(
    'is embedded as it was published, until the next version is, and not once it is unpublished',
    async () => {
      const topic = await create(TOPIC, { name: 'Space' });
      const embedding = await article({ topics: [topic.documentId] });
      expect(await namesIn('articles', embedding)).toContain('Space');

      await app.documents(TOPIC).update({ documentId: topic.documentId, data: { name: 'Cosmos' } });
      expect(await namesIn('articles', embedding)).toContain('Space');

      await app.documents(TOPIC).publish({ documentId: topic.documentId });
      expect(await namesIn('articles', embedding)).toContain('Cosmos');

      await app.documents(TOPIC).unpublish({ documentId: topic.documentId });
      expect(await namesIn('articles', embedding)).not.toContain('Cosmos');
    },
  );

  it.concurrent('vanishes from the documents of others once it is unpublished or deleted', async () => {
    const author = await create(AUTHOR, { name: 'Author' });
    const [hidden, deleted] = [
      await article({ name: 'Hidden', author: author.documentId }),
      await article({ name: 'Deleted', author: author.documentId }),
    ];
    expect(await namesIn('authors', author)).toEqual(expect.arrayContaining(['Hidden', 'Deleted']));

    await app.documents(ARTICLE).unpublish({ documentId: hidden.documentId });
    await app.documents(ARTICLE).delete({ documentId: deleted.documentId });
    expect(await namesIn('authors', author)).toEqual(['Author']);
  });

  it.concurrent('is followed through bulk writes of the query engine', async () => {
    const author = await create(AUTHOR, { name: 'Bulk' });
    const embedding = await article({ author: author.documentId });
    await app.strapi.db.query(AUTHOR).updateMany({ where: { documentId: author.documentId }, data: { name: 'Many' } });
    expect(await namesIn('articles', embedding)).toContain('Many');

    await app.strapi.db.query(AUTHOR).deleteMany({ where: { documentId: author.documentId } });
    expect(await namesIn('articles', embedding)).not.toContain('Many');
  });
});

it('follows the entries that decide on who is in scope', async () => {
  const city = (await app.documents('api::city.city').create({ data: { name: 'Rennes', region: 'Brittany' } })) as Row;
  const housing = await app
    .documents('api::housing.housing')
    .create({ data: { title: 'Loft', description: 'High.', type: 'room', rent: 1, city: city.documentId } });
  const found = async () => Object.keys(await app.indexed('housings', housing.documentId)).length;
  expect(await found()).toBe(1);

  const move = (region: string) =>
    app.documents('api::city.city').update({ documentId: city.documentId, data: { region } });
  await move('Normandy');
  expect(await found()).toBe(0);
  await move('Brittany');
  expect(await found()).toBe(1);
});

it('follows the drafts that decide on who is in scope, for filters look at these too', async () => {
  const country = await create(COUNTRY, { name: 'Cuba' });
  const author = await create(AUTHOR, { name: 'José', country: country.documentId });
  const found = async () => Object.keys(await app.indexed('countries', country.documentId)).length;
  expect(await found()).toBe(0);

  const data = { name: 'Manifesto', author: author.documentId };
  const { documentId } = await app.documents(ARTICLE).create({ data });
  expect(await found()).toBe(1);
  await app.documents(ARTICLE).update({ documentId, data: { name: 'Memoir' } });
  expect(await found()).toBe(0);
});
