import { cleanUp, type CleanUps } from '../support/clean-ups';
import { aHousing } from '../support/entries';
import { type KeptEngine, startKeptEngine } from '../support/kept-engine';
import { bootPlayground } from '../support/strapi-app';
import { bootSynced, type Documents } from '../support/synced-playground';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const HOUSING = 'api::housing.housing';

const cleanUps: CleanUps = [];
let database: TestDatabase;
let meilisearch: KeptEngine;

beforeAll(async () => {
  database = await createTestDatabase();
  cleanUps.push(database.drop);
  meilisearch = await startKeptEngine();
  cleanUps.push(meilisearch.remove);
});

afterAll(() => cleanUp(cleanUps));

const options = () => ({ config: require.resolve('./configs/engine-away'), meilisearch, database });

it('finds at the next start what was written while the plugin was disabled', async () => {
  const before = await bootSynced(options());
  cleanUps.push(before.stop);
  const titles = async () => (await before.engine.documents('housings')).map(({ title }) => title as string).sort();
  const [changed, deleted] = [
    await before.documents(HOUSING).create({ data: aHousing({ title: 'Changed later' }) }),
    await before.documents(HOUSING).create({ data: aHousing({ title: 'Deleted later' }) }),
  ];
  await before.sync.settle();
  await before.stop();
  expect(await titles()).toEqual(['Changed later', 'Deleted later']);

  const without = await bootPlayground({ ...options(), env: { PLAYGROUND_MEILISEARCH: 'false' } });
  cleanUps.push(without.stop);
  const housings = without.strapi.documents('api::housing.housing' as 'api::offer.offer') as unknown as Documents;
  await housings.update({ documentId: changed.documentId, data: { title: 'Changed' } });
  await housings.delete({ documentId: deleted.documentId });
  await housings.create({ data: aHousing({ title: 'Created' }) });
  await without.stop();
  expect(await titles()).toEqual(['Changed later', 'Deleted later']);

  const after = await bootSynced(options());
  cleanUps.push(after.stop);
  await after.stop();
  expect(await titles()).toEqual(['Changed', 'Created']);
}, 120_000);
