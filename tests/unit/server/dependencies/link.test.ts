import { type Link, linksOf } from '../../../../server/src/dependencies/link';
import { ARTICLE, AUTHOR, COUNTRY, FILE, NEWSPAPER, QUOTE, SEO, TOPIC } from '../fixtures/newspaper';
import { openStrapiDatabase, type StrapiDatabase } from '../fixtures/strapi-database';

let database: StrapiDatabase;

beforeAll(async () => {
  database = await openStrapiDatabase(NEWSPAPER);
});

afterAll(() => database?.stop());

const links = (uid: string, attribute: string, types: string[] = []) =>
  linksOf(database.modelOf, uid, attribute, types);

function theLink(uid: string, attribute: string, types?: string[]): Link {
  const [link, ...others] = links(uid, attribute, types);
  expect(others).toEqual([]);
  return link!;
}

const create = (uid: string, data?: object) => database.create(uid, data);

/** The rows that hold this one. */
const parentsOf = (link: Link, childId: number): Promise<number[]> =>
  database.strapi.db
    .connection(link.table)
    .where(link.only)
    .where(link.childColumn, childId)
    .whereNotNull(link.parentColumn)
    .pluck(link.parentColumn);

interface Case {
  kind: string;
  holder: string;
  attribute: string;
  held: string;
  /** What is written of the attribute, so that it holds this row. */
  value: (id: number) => unknown;
  isPolymorphic?: true;
  link: Pick<Link, 'inverse' | 'survivesPublish'>;
}

const one = (id: number) => id;
const many = (id: number) => [id];
const joined = { inverse: null, survivesPublish: true };
const apart = { inverse: null, survivesPublish: false };
const mutual = (inverse: string) => ({ inverse, survivesPublish: false });

const article = (
  kind: string,
  attribute: string,
  held: string,
  value: Case['value'],
  link: Partial<Case['link']> = {},
): Case => ({
  kind,
  holder: ARTICLE,
  attribute,
  held,
  value,
  link: { ...joined, ...link },
});

const cases: Case[] = [
  article('a many-to-one relation', 'author', AUTHOR, one, mutual('articles')),
  { ...article('its other side', 'articles', ARTICLE, many, mutual('author')), holder: AUTHOR },
  article('a one-to-one relation', 'editor', AUTHOR, one, mutual('edited')),
  { ...article('its other side', 'edited', ARTICLE, one, mutual('editor')), holder: AUTHOR },
  article('a many-to-many relation', 'topics', TOPIC, many, mutual('articles')),
  { ...article('its other side', 'articles', ARTICLE, many, mutual('topics')), holder: TOPIC },
  article('a one-way relation to one', 'keyTopic', TOPIC, one),
  article('a one-way relation to many', 'mentions', TOPIC, many),
  article('a one-way relation to many of its own', 'rivals', AUTHOR, many),
  article('a relation to its own kind', 'sequel', ARTICLE, one),
  article('a relation in a column', 'origin', COUNTRY, one, mutual('originals')),
  { ...article('its other side', 'originals', ARTICLE, many, mutual('origin')), holder: COUNTRY },
  article('a one-to-one relation in a column', 'place', COUNTRY, one, mutual('scene')),
  { ...article('its other side', 'scene', ARTICLE, one, mutual('place')), holder: COUNTRY },
  {
    ...article('a relation to an entry of any type', 'subject', AUTHOR, (id) => ({ id, __type: AUTHOR }), apart),
    isPolymorphic: true,
  },
  {
    ...article('a relation to entries of any type', 'links', AUTHOR, (id) => [{ id, __type: AUTHOR }], apart),
    isPolymorphic: true,
  },
  article('a media field', 'cover', FILE, one, mutual('related')),
  article('a media field for several files', 'pictures', FILE, many, mutual('related')),
  article('a component', 'seo', SEO, one),
  { ...article('a dynamic zone', 'zone', QUOTE, (id) => [{ id, __component: QUOTE }], apart), isPolymorphic: true },
];

const reviews = article(
  'the other side of a relation to an entry of any type',
  'reviews',
  TOPIC,
  many,
  mutual('about'),
);

describe.each([...cases, reviews])(
  '$kind ($attribute)',
  ({ holder, attribute, held, value, isPolymorphic, link: expected }) => {
    const link = () => theLink(holder, attribute, isPolymorphic && [held]);

    it('leads from what is held to what holds it', async () => {
      const [child, otherChild] = [await create(held), await create(held)];
      const parent = await create(holder, { [attribute]: value(child) });
      const otherParent = await create(holder, { [attribute]: value(otherChild) });
      expect(await parentsOf(link(), child)).toEqual([parent]);
      expect(await parentsOf(link(), otherChild)).toEqual([otherParent]);
    });

    it('is known with both ends, and by what it is written from', () => {
      expect(link()).toMatchObject({ parentUid: holder, attribute, childUid: held, ...expected });
    });
  },
);

describe.each([...cases, reviews])('$kind ($attribute)', ({ holder, attribute, held, value, isPolymorphic }) => {
  it('is known to be exclusive if a second holder takes what the first one holds', async () => {
    const link = theLink(holder, attribute, isPolymorphic && [held]);
    const child = await create(held);
    const first = await create(holder, { [attribute]: value(child) });
    await create(holder, { [attribute]: value(child) });
    const isTaken = !(await parentsOf(link, child)).includes(first);
    expect(link.isExclusive || !isTaken).toBe(true);
  });
});

const fromBothSides = cases.filter(({ held, link }) => link.inverse !== null && held !== FILE);

describe.each(fromBothSides)('$kind ($attribute)', ({ holder, attribute, held, value }) => {
  it('is known to be single if what is linked from the other side takes the place of what was held', async () => {
    const link = theLink(holder, attribute);
    const child = await create(held);
    const parent = await create(holder, { [attribute]: value(child) });
    await create(held, { [link.inverse!]: parent });
    const isTaken = !(await parentsOf(link, child)).includes(parent);
    expect(link.isSingle || !isTaken).toBe(true);
  });
});

describe('links that share a table', () => {
  it('are told apart by the attribute, as two media fields are', async () => {
    const file = await create(FILE);
    const covered = await create(ARTICLE, { cover: file });
    const illustrated = await create(ARTICLE, { pictures: [file] });
    expect(await parentsOf(theLink(ARTICLE, 'cover'), file)).toEqual([covered]);
    expect(await parentsOf(theLink(ARTICLE, 'pictures'), file)).toEqual([illustrated]);
  });

  it('are told apart by the type of what is held, whose ids mean nothing to another type', async () => {
    const [seo, quote] = [await create(SEO), await create(QUOTE)];
    const ofSeo = await create(ARTICLE, { zone: [{ id: seo, __component: SEO }] });
    const ofQuote = await create(ARTICLE, { zone: [{ id: quote, __component: QUOTE }] });
    const [seoLink, quoteLink] = links(ARTICLE, 'zone', [SEO, QUOTE]);
    expect(await parentsOf(seoLink!, seo)).toEqual([ofSeo]);
    expect(await parentsOf(quoteLink!, quote)).toEqual([ofQuote]);
  });

  it('are told apart where one is a component and the other a dynamic zone with the same component', async () => {
    const seo = await create(SEO);
    const inField = await create(ARTICLE, { seo });
    const inZone = await create(ARTICLE, { zone: [{ id: seo, __component: SEO }] });
    expect(await parentsOf(theLink(ARTICLE, 'seo'), seo)).toEqual([inField]);
    expect(await parentsOf(theLink(ARTICLE, 'zone', [SEO]), seo)).toEqual([inZone]);
  });
});

describe('an attribute', () => {
  it.each<[sentence: string, uid: string, attribute: string]>([
    ['of a type that is not there', 'api::nothing.nothing', 'author'],
    ['that is not there', ARTICLE, 'nothing'],
    ['that holds a value', ARTICLE, 'name'],
    ['that may hold several types, where none is named', ARTICLE, 'links'],
  ])('%s has no links', (_, uid, attribute) => {
    expect(links(uid, attribute)).toEqual([]);
  });

  it('has one link for each type that it may hold', () => {
    expect(links(ARTICLE, 'links', [AUTHOR, COUNTRY]).map(({ childUid }) => childUid)).toEqual([AUTHOR, COUNTRY]);
  });
});
