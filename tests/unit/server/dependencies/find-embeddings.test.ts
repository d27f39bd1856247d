import fc from 'fast-check';

import type { Scope } from '../../../../server/src/collections/collection';
import { type Embedding, findEmbeddings } from '../../../../server/src/dependencies/find-embeddings';
import { offers } from '../fixtures/collection';
import { ARTICLE, AUTHOR, COUNTRY, FILE, NEWSPAPER, QUOTE, SEO, TOPIC } from '../fixtures/newspaper';
import { openStrapiDatabase, type StrapiDatabase } from '../fixtures/strapi-database';

let database: StrapiDatabase;

beforeAll(async () => {
  database = await openStrapiDatabase(NEWSPAPER);
});

afterAll(() => database?.stop());

/** What a dynamic zone, or a relation to several types, may hold. */
const HELD: Record<string, string[]> = { zone: [SEO, QUOTE], links: [AUTHOR, COUNTRY] };

const embeddings = (populate: unknown, filters: Scope['filters'] = null) =>
  findEmbeddings(
    offers({ uid: ARTICLE, selection: { populate }, scope: { status: 'published', locale: null, filters } }),
    {
      modelOf: database.modelOf,
      isContentType: (uid) => uid.includes('::'),
      typesHeldBy: (_, attribute) => HELD[attribute] ?? [],
    },
  );

/** From the article down: `author.country`. */
const pathOf = ({ links }: Embedding) =>
  links
    .map(({ attribute }) => attribute)
    .toReversed()
    .join('.');

const found = (populate: unknown) => embeddings(populate).map((embedding) => [pathOf(embedding), embedding.uid]);

describe('an article', () => {
  it.each<[sentence: string, populate: unknown, embedded: [path: string, uid: string][]]>([
    ['nothing where nothing is populated', null, []],
    ['nothing by a value of its own', ['name'], []],
    ['an author', ['author'], [['author', AUTHOR]]],
    [
      'files',
      ['cover', 'pictures'],
      [
        ['cover', FILE],
        ['pictures', FILE],
      ],
    ],
    [
      'an author and her country',
      ['author.country'],
      [
        ['author', AUTHOR],
        ['author.country', COUNTRY],
      ],
    ],
    [
      'an author and her country, in the words of objects',
      { author: { populate: { country: true } } },
      [
        ['author', AUTHOR],
        ['author.country', COUNTRY],
      ],
    ],
    [
      'the same author in two ways',
      ['author', 'editor'],
      [
        ['author', AUTHOR],
        ['editor', AUTHOR],
      ],
    ],
    ['nothing by a component alone, which changes with the article', ['seo'], []],
    ['what a component holds', ['seo.reviewer'], [['seo.reviewer', AUTHOR]]],
    ['nothing by a dynamic zone whose components are not populated', { zone: true }, []],
    [
      'what the components of a dynamic zone hold',
      { zone: { populate: '*' } },
      [
        ['zone.reviewer', AUTHOR],
        ['zone.speaker', AUTHOR],
      ],
    ],
    [
      'what those components of a dynamic zone hold that are named',
      { zone: { on: { [QUOTE]: { populate: ['speaker'] }, [SEO]: true } } },
      [['zone.speaker', AUTHOR]],
    ],
    [
      'whatever type a relation may hold',
      ['links'],
      [
        ['links', AUTHOR],
        ['links', COUNTRY],
      ],
    ],
    ['the types of a relation that are named', { links: { on: { [COUNTRY]: true } } }, [['links', COUNTRY]]],
    ['what looks at it from elsewhere', ['reviews'], [['reviews', TOPIC]]],
    [
      'its own kind, as far round a circle as its populate goes',
      ['author.articles.author'],
      [
        ['author', AUTHOR],
        ['author.articles', ARTICLE],
        ['author.articles.author', AUTHOR],
      ],
    ],
    ['no creators, at any depth', ['author.createdBy'], [['author', AUTHOR]]],
  ])('embeds %s', (_, populate, embedded) => {
    expect(found(populate)).toEqual(embedded);
  });

  it('embeds what every relation of the first level leads to, and nothing below, where all is populated', () => {
    const paths = embeddings('*').map(pathOf);
    expect(paths).toEqual(expect.arrayContaining(['author', 'topics', 'origin', 'cover', 'links', 'sequel']));
    expect(paths.filter((path) => path.includes('.'))).toEqual([]);
  });
});

describe('a filter', () => {
  it('on who is in scope depends on what it leads through', () => {
    const filters = { $or: [{ author: { country: { name: 'Chad' } } }, { $not: { topics: { name: 'War' } } }] };
    expect(embeddings(null, filters).map(pathOf)).toEqual(['author', 'author.country', 'topics']);
  });

  it('on what is embedded depends on what it leads through', () => {
    const populate = { topics: { filters: { articles: { author: { name: 'Ann' } } } } };
    expect(embeddings(populate).map(pathOf)).toEqual(['topics', 'topics.articles', 'topics.articles.author']);
  });

  it('by what is embedded anyway makes no second embedding', () => {
    expect(embeddings(['author'], { author: { name: 'Ann' } }).map(pathOf)).toEqual(['author']);
  });

  it('decides by what it leads through, and by nothing else that is embedded', () => {
    const populate = { author: { filters: { country: { name: 'Chad' } }, populate: ['articles'] }, editor: true };
    const deciding = embeddings(populate, { topics: { articles: { name: 'War' } }, editor: { name: 'Ann' } })
      .filter(({ decides }) => decides)
      .map(pathOf);
    expect(deciding).toEqual(['author.country', 'editor', 'topics', 'topics.articles']);
  });
});

describe('an embedding', () => {
  const steps = ['author', 'articles', 'editor', 'edited', 'country', 'topics', 'origin', 'seo', 'reviewer', 'cover'];
  const populates = fc.array(
    fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 5 }).map((path) => path.join('.')),
  );

  it('is a chain of links from what is embedded up to the collection, whatever is populated', () => {
    fc.assert(
      fc.property(populates, (populate) => {
        for (const { collection, uid, links } of embeddings(populate)) {
          expect(collection.uid).toBe(ARTICLE);
          expect(links[0]?.childUid).toBe(uid);
          expect(links.at(-1)?.parentUid).toBe(ARTICLE);
          expect(links.slice(0, -1).map(({ parentUid }) => parentUid)).toEqual(
            links.slice(1).map(({ childUid }) => childUid),
          );
        }
      }),
    );
  });

  it('follows a path that is populated', () => {
    fc.assert(
      fc.property(populates, (populate) => {
        for (const path of embeddings(populate).map(pathOf)) {
          expect(populate.some((asked) => asked === path || asked.startsWith(`${path}.`))).toBe(true);
        }
      }),
    );
  });
});
