import { createCollectionRecords } from '../../../../server/src/collections/collection-records';
import { TABLES } from '../../../../server/src/database/models';
import { pruneRuns } from '../../../../server/src/runs/prune';
import { OFFER } from '../fixtures/collection';
import { openStrapiDatabase, type StrapiDatabase } from '../fixtures/strapi-database';

const BEFORE = Date.UTC(2026, 7, 24);
const OLD = BEFORE - 1;

let database: StrapiDatabase;

beforeAll(async () => {
  database = await openStrapiDatabase();
});

afterEach(async () => {
  for (const table of [TABLES.runs, TABLES.items, TABLES.collections]) await database.empty(table);
});

afterAll(() => database?.stop());

const prune = (isStopping = () => false) =>
  pruneRuns(database.strapi, createCollectionRecords(database.strapi), BEFORE, isStopping);

/** A run that ended then, with so many items; `null`: it is not over. */
async function run(finishedAt: number | null, items = 0): Promise<number> {
  const status = finishedAt === null ? 'running' : 'succeeded';
  const row = { kind: 'check', uid: OFFER, status, triggeredBy: 'schedule', finishedAt };
  const id = await database.create(TABLES.runs, row);
  const found = Array.from({ length: items }, () => ({
    runId: id,
    index: 'offers',
    searchId: 'offer-1',
    verdict: 'stale',
  }));
  if (items > 0) await database.strapi.db.query(TABLES.items).createMany({ data: found });
  return id;
}

async function left(): Promise<{ runs: number[]; items: number[] }> {
  const [runs, items] = await Promise.all([
    database.strapi.db.query(TABLES.runs).findMany({ orderBy: { id: 'asc' } }),
    database.strapi.db.query(TABLES.items).findMany({}),
  ]);
  return { runs: runs.map(({ id }) => id), items: [...new Set(items.map(({ runId }) => runId))] };
}

describe('pruning', () => {
  it('forgets what ended before, with what it found, and keeps what ended later', async () => {
    await run(OLD, 3);
    await run(OLD);
    const kept = [await run(BEFORE, 2), await run(BEFORE + 1)];
    expect(await prune()).toBe(2);
    expect(await left()).toEqual({ runs: kept, items: [kept[0]] });
  });

  it('keeps a run that is not over, however long ago it began', async () => {
    const kept = await run(null, 1);
    expect(await prune()).toBe(0);
    expect(await left()).toEqual({ runs: [kept], items: [kept] });
  });

  it.each(['lastUpdateId', 'lastCompleteUpdateId', 'lastCheckId'])('keeps the %s of a collection', async (name) => {
    const [kept] = [await run(OLD, 1), await run(OLD, 1)];
    await createCollectionRecords(database.strapi).change(OFFER, { [name]: kept });
    expect(await prune()).toBe(1);
    expect(await left()).toEqual({ runs: [kept], items: [kept] });
  });

  it('keeps the check that lists the differences of a collection', async () => {
    const [kept] = [await run(OLD, 1), await run(OLD, 1)];
    const drift = { missing: 1, stale: 0, orphaned: 0, at: new Date(OLD).toISOString(), checkId: kept };
    await createCollectionRecords(database.strapi).change(OFFER, { drift });
    await prune();
    expect(await left()).toEqual({ runs: [kept], items: [kept] });
  });

  it('forgets any number, also where the first portion is to be kept', async () => {
    const kept = await run(OLD);
    await createCollectionRecords(database.strapi).change(OFFER, { lastUpdateId: kept });
    for (let count = 0; count < 600; count += 1) await run(OLD);
    await run(OLD, 1300);
    expect(await prune()).toBe(601);
    expect(await left()).toEqual({ runs: [kept], items: [] });
  });

  it('ends when it is told to, and leaves no items of a run that is gone', async () => {
    const big = await run(OLD, 1300);
    let asked = 0;
    expect(await prune(() => (asked += 1) > 2)).toBe(0);
    expect(await left()).toEqual({ runs: [big], items: [big] });
    expect(await prune()).toBe(1);
    expect(await left()).toEqual({ runs: [], items: [] });
  });
});
