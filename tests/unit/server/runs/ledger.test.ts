import { createCollectionRecords } from '../../../../server/src/collections/collection-records';
import type { RunStatus } from '../../../../server/src/contract';
import { TABLES } from '../../../../server/src/database/models';
import { createLedger } from '../../../../server/src/runs/ledger';
import type { RunRecord } from '../../../../server/src/runs/run-record';
import { OFFER } from '../fixtures/collection';
import { openStrapiDatabase, type StrapiDatabase } from '../fixtures/strapi-database';

let database: StrapiDatabase;

beforeAll(async () => {
  database = await openStrapiDatabase();
});

afterEach(async () => {
  for (const table of [TABLES.runs, TABLES.collections]) await database.empty(table);
});

afterAll(() => database?.stop());

/** The ledgers of several instances, and what each was told. */
async function begin() {
  const instance = () => {
    const told: [id: number, to: RunStatus][] = [];
    const records = createCollectionRecords(database.strapi);
    const ledger = createLedger(database.strapi, records, (id, to) => told.push([id, to]));
    return { ledger, told };
  };
  const [here, elsewhere] = [instance(), instance()];
  const run = await here.ledger.queue('check', OFFER, { by: 'schedule', user: null }, {});
  return { here, elsewhere, run };
}

describe('a run that moves', () => {
  it('is told on the instance that has moved it, and nowhere else', async () => {
    const { here, elsewhere, run } = await begin();
    await here.ledger.move(run, 'queued', 'running');
    expect(here.told).toEqual([[run.id, 'running']]);
    expect(elsewhere.told).toEqual([]);
  });

  it('is told once where several want to move it', async () => {
    const { here, elsewhere, run } = await begin();
    const moves = [here, elsewhere, here, elsewhere].map(({ ledger }) => ledger.move(run, 'queued', 'canceled'));
    expect((await Promise.all(moves)).filter(Boolean)).toHaveLength(1);
    expect([...here.told, ...elsewhere.told]).toEqual([[run.id, 'canceled']]);
  });

  it('is told when it is committed, and remembered as the last of its collection by then', async () => {
    const { here, run } = await begin();
    let toldMeanwhile: unknown = null;
    await database.strapi.db.transaction(async () => {
      await here.ledger.move(run, 'queued', 'failed');
      toldMeanwhile = [...here.told];
    });
    expect(toldMeanwhile).toEqual([]);
    expect(here.told).toEqual([[run.id, 'failed']]);
    expect(await createCollectionRecords(database.strapi).find(OFFER)).toMatchObject({ lastCheckId: run.id });
  });

  it('is not told where that is rolled back', async () => {
    const { here, run } = await begin();
    const moving = database.strapi.db.transaction(async () => {
      await here.ledger.move(run, 'queued', 'failed');
      throw new Error('no');
    });
    await expect(moving).rejects.toThrow('no');
    expect(here.told).toEqual([]);
    expect((await here.ledger.find(run.id))?.status).toBe('queued');
  });

  it('is told where a person has canceled it', async () => {
    const { here, run } = await begin();
    await here.ledger.cancel(run);
    expect(here.told).toEqual([[run.id, 'canceled']]);
  });

  it('is told nobody where nobody listens', async () => {
    const ledger = createLedger(database.strapi, createCollectionRecords(database.strapi));
    const run: RunRecord = await ledger.queue('update', OFFER, { by: 'api', user: null }, {});
    expect(await ledger.move(run, 'queued', 'running')).toBe(true);
  });
});
