import { TABLES } from '../../../../server/src/database/models';
import { createTicks } from '../../../../server/src/schedule/ticks';
import { openStrapiDatabase, type StrapiDatabase } from '../fixtures/strapi-database';

const DAY = 24 * 60;
const NOW = 29_890_000;

let database: StrapiDatabase;

beforeAll(async () => {
  database = await openStrapiDatabase();
});

afterEach(() => database.empty(TABLES.ticks));

afterAll(() => database?.stop());

/** What instances are answered that claim these slots one after another. */
async function answers(...slots: number[]): Promise<boolean[]> {
  const claimed: boolean[] = [];
  for (const slot of slots) claimed.push(await createTicks(database.strapi).claim('check', slot));
  return claimed;
}

describe('a slot of a job', () => {
  it('goes to one of many that claim it at the same time', async () => {
    const contenders = Array.from({ length: 20 }, () => createTicks(database.strapi).claim('check', NOW));
    expect((await Promise.all(contenders)).filter(Boolean)).toHaveLength(1);
  });

  it.each<[sentence: string, slots: number[], claimed: boolean[]]>([
    ['is claimed once', [NOW, NOW, NOW], [true, false, false]],
    ['is followed by the next', [NOW, NOW + 1, NOW + DAY], [true, true, true]],
    ['is gone for an instance that comes late', [NOW, NOW + 5, NOW, NOW + 4], [true, true, false, false]],
    ['is not lost to a clock that once went wrong', [NOW + 100 * DAY, NOW, NOW], [true, true, false]],
  ])('%s', async (_, slots, claimed) => {
    expect(await answers(...slots)).toEqual(claimed);
  });

  it('says nothing of other jobs', async () => {
    const ticks = createTicks(database.strapi);
    expect(await ticks.claim('check', NOW)).toBe(true);
    expect(await ticks.claim('full check', NOW)).toBe(true);
  });
});

it('keeps one row for each job', async () => {
  await answers(NOW, NOW + 1, NOW + 2);
  expect(await database.strapi.db.query(TABLES.ticks).count({})).toBe(1);
});
