import { createBrokenLinks } from '../../../../server/src/capture/broken-links';
import type { Dependencies } from '../../../../server/src/dependencies/dependencies';
import { createEmbedders } from '../../../../server/src/dependencies/embedders';
import { findEmbeddings } from '../../../../server/src/dependencies/find-embeddings';
import { offers } from '../fixtures/collection';
import { ARTICLE, AUTHOR, COUNTRY, NEWSPAPER, TOPIC } from '../fixtures/newspaper';
import { openStrapiDatabase, type StrapiDatabase } from '../fixtures/strapi-database';

let database: StrapiDatabase;
beforeAll(async () => {
  database = await openStrapiDatabase(NEWSPAPER);
});
afterAll(() => database?.stop());

function brokenLinksOf(uid: string, ...populate: string[]) {
  const embeddings = findEmbeddings(offers({ uid, selection: { populate } }), {
    modelOf: database.modelOf,
    isContentType: (type) => type.includes('::'),
    typesHeldBy: () => [],
  });
  const dependencies: Dependencies = {
    embeddings: () => embeddings,
    embeddingsOf: (type) => embeddings.filter((embedding) => embedding.uid === type),
  };
  return createBrokenLinks(dependencies, createEmbedders(database.strapi));
}

it.each([
  [AUTHOR, 'articles', ARTICLE, 'author'],
  [COUNTRY, 'authors', AUTHOR, 'country'],
  [AUTHOR, 'edited', ARTICLE, 'editor'],
])(
  '%s loses one of its %s that is connected to another from there (%s.%s)',
  async (holder, attribute, held, inverse) => {
    const brokenLinks = brokenLinksOf(holder, attribute);
    const first = await database.create(holder, { documentId: 'first' });
    const second = await database.create(holder, { documentId: 'second' });
    const child = await database.create(held, { [inverse]: first });
    const data = { publishedAt: new Date(), [inverse]: { connect: [{ id: second }] } };
    const rows = brokenLinks.needsRows(held, data) ? [child] : [];
    expect(await brokenLinks.byLinking(held, rows, data)).toEqual(new Map([[holder, ['first']]]));
  },
);

it('an editor loses the article she had to the draft that she is linked to, and nothing to one that is published', async () => {
  const brokenLinks = brokenLinksOf(AUTHOR, 'edited');
  const editor = await database.create(AUTHOR, { documentId: 'editor' });
  await database.create(ARTICLE, { editor });
  const data = { editor: { connect: [{ id: editor }] } };
  expect(await brokenLinks.byLinking(ARTICLE, [], data)).toEqual(new Map([[AUTHOR, ['editor']]]));
  expect(await brokenLinks.byLinking(ARTICLE, [], { publishedAt: new Date(), ...data })).toEqual(new Map());
});

it('an article loses a review that another takes', async () => {
  const brokenLinks = brokenLinksOf(ARTICLE, 'reviews');
  const review = await database.create(TOPIC);
  await database.create(ARTICLE, { documentId: 'first', reviews: [review] });
  const second = await database.create(ARTICLE, { documentId: 'second' });
  expect(await brokenLinks.byLinking(ARTICLE, [second], { reviews: [review] })).toEqual(
    new Map([[ARTICLE, ['first']]]),
  );
});
