import { createReplacements } from '../../../../server/src/capture/replacements';
import { createEmbedders } from '../../../../server/src/dependencies/embedders';
import { findEmbeddings } from '../../../../server/src/dependencies/find-embeddings';
import { createParentsOf } from '../../../../server/src/dependencies/parents';
import { statementsOf } from '../../../support/statements';
import { offers } from '../fixtures/collection';
import { ARTICLE, NEWSPAPER, TOPIC } from '../fixtures/newspaper';
import { openStrapiDatabase, type StrapiDatabase } from '../fixtures/strapi-database';

let database: StrapiDatabase;
beforeAll(async () => {
  database = await openStrapiDatabase(NEWSPAPER);
});
afterAll(() => database?.stop());

/** @param populate - of a collection of articles */
function replacementsOf(...populate: string[]) {
  const embeddings = findEmbeddings(offers({ uid: ARTICLE, selection: { populate } }), {
    modelOf: database.modelOf,
    isContentType: (type) => type.includes('::'),
    typesHeldBy: () => [],
  });
  const dependencies = { embeddingsOf: (type: string) => embeddings.filter(({ uid }) => uid === type) };
  return createReplacements(dependencies, createEmbedders(database.strapi), createParentsOf(database.strapi));
}

describe('of a topic that is replaced', () => {
  const remove = (id: number) => database.strapi.db.query(TOPIC).delete({ where: { id } });

  /** Two articles hold the topic by this relation, and one of them its replacement. */
  const replace = async (relation: string) => {
    const [old, replacement] = [await database.create(TOPIC), await database.create(TOPIC)];
    await database.create(ARTICLE, { documentId: 'keeps', [relation]: [old, replacement] });
    await database.create(ARTICLE, { documentId: 'drops', [relation]: [old] });
    return { old, replacement };
  };

  it('articles are marked that do not hold the new one', async () => {
    const beginReplacement = replacementsOf('topics');
    const { old, replacement } = await replace('topics');
    const losersOf = await beginReplacement(TOPIC, [old]);
    await remove(old);
    expect(await losersOf(replacement)).toEqual(new Map([[ARTICLE, ['drops']]]));
  });

  it('articles are looked up twice by a link, in however many ways it leads on', async () => {
    const beginReplacement = replacementsOf('topics', 'sequel.topics');
    const [old, replacement] = [await database.create(TOPIC), await database.create(TOPIC)];
    await database.create(ARTICLE, { topics: [old, replacement] });
    const statements = await statementsOf(database, async () => {
      const losersOf = await beginReplacement(TOPIC, [old]);
      expect(await losersOf(replacement)).toEqual(new Map());
    });
    expect(statements.filter((sql) => sql.startsWith('select'))).toHaveLength(2);
  });

  it('articles are not looked up that Strapi links to the new one by itself', async () => {
    const beginReplacement = replacementsOf('mentions');
    const { old, replacement } = await replace('mentions');
    const statements = await statementsOf(database, async () => {
      const losersOf = await beginReplacement(TOPIC, [old]);
      expect(await losersOf(replacement)).toEqual(new Map());
    });
    expect(statements).toEqual([]);
  });
});
