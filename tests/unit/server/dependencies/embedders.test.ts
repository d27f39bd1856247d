import type { Scope } from '../../../../server/src/collections/collection';
import { createEmbedders, type Embedders } from '../../../../server/src/dependencies/embedders';
import { type Embedding, findEmbeddings } from '../../../../server/src/dependencies/find-embeddings';
import { offers } from '../fixtures/collection';
import { ARTICLE, AUTHOR, COUNTRY, NEWSPAPER, TOPIC } from '../fixtures/newspaper';
import { openStrapiDatabase, type StrapiDatabase } from '../fixtures/strapi-database';

/** What one statement may name. */
const PORTION = 500;
const PUBLISHED_AT = new Date('2026-11-20T12:00:00.000Z');

let database: StrapiDatabase;
let embedders: Embedders;

beforeAll(async () => {
  database = await openStrapiDatabase(NEWSPAPER, [ARTICLE]);
  embedders = createEmbedders(database.strapi);
});

afterAll(() => database?.stop());

afterEach(async () => {
  for (const { uid } of NEWSPAPER) await database.empty(uid);
});

/** The way in which the documents of a collection embed what lies at the end of a path. */
function embedding(uid: string, path: string, status: Scope['status'] = 'published'): Embedding {
  const scope = { status, locale: null, filters: null };
  const found = findEmbeddings(offers({ uid, scope, selection: { populate: [path] } }), {
    modelOf: database.modelOf,
    isContentType: (type) => type.includes('::'),
    typesHeldBy: () => [],
  });
  return found.at(-1)!;
}

const create = (uid: string, data?: object) => database.create(uid, data);
const published = (documentId: string, data: object = {}) =>
  create(ARTICLE, { documentId, publishedAt: PUBLISHED_AT, ...data });
const draft = (documentId: string, data: object = {}) => create(ARTICLE, { documentId, ...data });

/** So many rows in one go. */
async function fill(table: string, rows: object[]): Promise<void> {
  await database.strapi.db.connection.batchInsert(table, rows, 200);
}

async function portions(way: Embedding, rowIds: readonly number[], links = way.links): Promise<string[][]> {
  const found: string[][] = [];
  for await (const portion of embedders.climb(way, rowIds, links)) found.push(portion);
  return found;
}

const climbed = async (...args: Parameters<typeof portions>) => [...new Set((await portions(...args)).flat())].sort();

describe('the rows of documents', () => {
  it('are all of them, in every version', async () => {
    const rows = [await draft('a'), await published('a'), await draft('b')];
    await draft('c');
    expect((await embedders.rowsOf(ARTICLE, ['a', 'b', 'gone'])).sort()).toEqual(rows);
  });

  it('are none of no documents', async () => {
    await draft('a');
    expect(await embedders.rowsOf(ARTICLE, [])).toEqual([]);
  });

  it('are not read of more documents than one statement can name', async () => {
    const documentIds = Array.from({ length: PORTION + 1 }, (_, position) => `d${position}`);
    await expect(embedders.rowsOf(ARTICLE, documentIds)).rejects.toThrow('500');
    expect(await embedders.rowsOf(ARTICLE, documentIds.slice(1))).toEqual([]);
  });
});

describe('the documents that embed a row', () => {
  it('are found, and no others', async () => {
    const [author, other] = [await create(AUTHOR), await create(AUTHOR)];
    await published('a', { author });
    await published('b', { author });
    await published('c', { author: other });
    await published('d');
    expect(await climbed(embedding(ARTICLE, 'author'), [author])).toEqual(['a', 'b']);
    expect(await climbed(embedding(ARTICLE, 'author'), [author, other])).toEqual(['a', 'b', 'c']);
  });

  it('are none where nobody embeds it, or there is no row', async () => {
    const author = await create(AUTHOR);
    await published('a');
    expect(await portions(embedding(ARTICLE, 'author'), [author])).toEqual([]);
    expect(await portions(embedding(ARTICLE, 'author'), [])).toEqual([]);
  });

  it('are found through a relation from the other side, and none for a row that nobody holds', async () => {
    const article = await published('a');
    const alone = await published('b');
    await create(COUNTRY, { documentId: 'home', originals: [article] });
    expect(await climbed(embedding(COUNTRY, 'originals'), [article, alone])).toEqual(['home']);
  });

  it('are found several levels up', async () => {
    const [home, away] = [await create(COUNTRY), await create(COUNTRY)];
    const here = await create(AUTHOR, { documentId: 'here', country: home });
    const there = await create(AUTHOR, { documentId: 'there', country: away });
    const sequel = await published('a', { author: here });
    await published('b', { author: there });
    await published('c', { sequel });
    expect(await climbed(embedding(ARTICLE, 'author.country'), [home])).toEqual(['a']);
    expect(await climbed(embedding(ARTICLE, 'sequel.author.country'), [home])).toEqual(['c']);
    expect(await climbed(embedding(ARTICLE, 'sequel.author.country'), [away])).toEqual([]);
  });

  it('are found by the upper part of the way, from where it begins', async () => {
    const author = await create(AUTHOR);
    await published('a', { author });
    const way = embedding(ARTICLE, 'author.country');
    expect(await climbed(way, [author], way.links.slice(1))).toEqual(['a']);
  });

  it('are the rows themselves where no link is left to climb', async () => {
    const way = embedding(ARTICLE, 'sequel');
    expect(await climbed(way, [await published('a'), await published('b')], [])).toEqual(['a', 'b']);
  });

  it('are found from a row that embeds itself', async () => {
    const row = await published('a');
    await database.strapi.db.query(ARTICLE).update({ where: { id: row }, data: { sequel: row } });
    expect(await climbed(embedding(ARTICLE, 'sequel.sequel.sequel'), [row])).toEqual(['a']);
  });
});

describe('the version that is in scope', () => {
  it.each<[status: Scope['status'], expected: string[]]>([
    ['published', ['both', 'only published']],
    ['draft', ['both', 'only draft']],
  ])('decides who embeds: %s', async (status, expected) => {
    const author = await create(AUTHOR);
    await draft('both', { author });
    await published('both', { author });
    await draft('only draft', { author });
    await published('only draft');
    await draft('only published');
    await published('only published', { author });
    expect(await climbed(embedding(ARTICLE, 'author', status), [author])).toEqual(expected);
  });

  it.each(['published', 'draft'] as const)('is any where there are no versions: %s', async (status) => {
    const country = await create(COUNTRY);
    await create(AUTHOR, { documentId: 'a', country });
    expect(await climbed(embedding(AUTHOR, 'country', status), [country])).toEqual(['a']);
  });
});

describe('very many documents', () => {
  const documentIds = (count: number) => Array.from({ length: count }, (_, position) => `d${position}`);

  /** So many published articles by one author, numbered from 1. */
  async function write(count: number, author: number) {
    const rows = documentIds(count).map((documentId, position) => ({
      id: position + 1,
      document_id: documentId,
      published_at: PUBLISHED_AT.getTime(),
    }));
    await fill('articles', rows);
    await fill(
      'articles_author_lnk',
      rows.map(({ id }) => ({ articles_id: id, authors_id: author })),
    );
  }

  // A page of links, one more, and pages of which the last is full.
  it.each([5000, 5001, 10_000, 12_345])('that embed one row are found one and all: %d', async (count) => {
    const author = await create(AUTHOR);
    await write(count, author);
    const found = await portions(embedding(ARTICLE, 'author'), [author]);
    expect(found.flat()).toHaveLength(count);
    expect(new Set(found.flat())).toEqual(new Set(documentIds(count)));
    expect(Math.max(...found.map((portion) => portion.length))).toBeLessThanOrEqual(PORTION);
  });

  it('are found two levels up', async () => {
    const country = await create(COUNTRY);
    const author = await create(AUTHOR, { country });
    await write(6000, author);
    const found = await portions(embedding(ARTICLE, 'author.country'), [country]);
    expect(new Set(found.flat())).toEqual(new Set(documentIds(6000)));
    expect(Math.max(...found.map((portion) => portion.length))).toBeLessThanOrEqual(PORTION);
  });

  it('are found from more rows than one statement can name', async () => {
    const topics = Array.from({ length: 1200 }, (_, position) => ({ id: position + 1, document_id: `t${position}` }));
    await fill('topics', topics);
    await fill(
      'articles',
      documentIds(1200).map((documentId, position) => ({
        id: position + 1,
        document_id: documentId,
        published_at: PUBLISHED_AT.getTime(),
      })),
    );
    await fill(
      'articles_topics_lnk',
      topics.map(({ id }) => ({ articles_id: id, topics_id: id })),
    );
    const rowIds = await database.strapi.db.query(TOPIC).findMany({ select: ['id'] });
    const found = await climbed(
      embedding(ARTICLE, 'topics'),
      rowIds.map(({ id }: { id: number }) => id),
    );
    expect(found).toEqual(documentIds(1200).sort());
  });
});
