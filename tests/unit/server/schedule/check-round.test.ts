import { createCollectionRecords } from '../../../../server/src/collections/collection-records';
import type { Trigger } from '../../../../server/src/contract';
import { TABLES } from '../../../../server/src/database/models';
import { EngineError, type SearchEngine } from '../../../../server/src/engine/search-engine';
import { createLedger } from '../../../../server/src/runs/ledger';
import { queueChecks } from '../../../../server/src/schedule/check-round';
import { offers } from '../fixtures/collection';
import { openStrapiDatabase, type StrapiDatabase } from '../fixtures/strapi-database';

const BY_A_PERSON: Trigger = { by: 'admin', user: 'Ada Lovelace' };
const OPTIONS = { depth: 'full', repair: true } as const;
const AWAY = new EngineError('unavailable', 'ECONNREFUSED', 'Nothing listens at http://search:7700.');

let database: StrapiDatabase;

beforeAll(async () => {
  database = await openStrapiDatabase();
});

afterEach(async () => {
  for (const table of [TABLES.runs, TABLES.collections]) await database.empty(table);
});

afterAll(() => database?.stop());

/** An engine of which only its version is asked. */
function engine(version: () => Promise<string> = async () => '1.21.0') {
  let asked = 0;
  const counting = { version: () => (asked++, version()) } as unknown as SearchEngine;
  return { port: counting, asked: () => asked };
}

function begin(engines: Record<string, SearchEngine>) {
  const records = createCollectionRecords(database.strapi);
  const ledger = createLedger(database.strapi, records);
  let woken = 0;
  return {
    records,
    ledger,
    woken: () => woken,
    round: (isStopping = () => false) =>
      queueChecks(
        {
          synced: () => Object.keys(engines).map((uid) => offers({ uid })),
          records,
          ledger,
          engineOf: async ({ uid }) => engines[uid]!,
          wake: () => (woken += 1),
        },
        OPTIONS,
        isStopping,
      ),
    /** The collections whose check is queued, in the order in which they come. */
    queued: async () => (await ledger.active()).map(({ uid }) => uid),
    /** Records a check that has ended. */
    checked: async (uid: string, end: 'succeeded' | 'canceled') => {
      const run = await ledger.queue('check', uid, BY_A_PERSON, {});
      await ledger.move(run, 'queued', 'running');
      await ledger.move(run, 'running', end);
    },
    /** All runs there are, the latest first. */
    runs: async () => (await ledger.list({ page: 1, pageSize: 100 })).runs,
  };
}

describe('a round of checks', () => {
  it('queues one for each synced collection, as it was planned', async () => {
    const { port } = engine();
    const { round, runs, woken } = begin({ a: port, b: port });
    await round();
    expect(await runs()).toMatchObject(
      ['b', 'a'].map((uid) => ({
        uid,
        kind: 'check',
        status: 'queued',
        trigger: { by: 'schedule', user: null },
        options: OPTIONS,
      })),
    );
    expect(woken()).toBeGreaterThan(0);
  });

  it('begins with what was never checked, then with the oldest check', async () => {
    const { port } = engine();
    const { round, queued, checked } = begin({ a: port, b: port, c: port });
    await checked('b', 'succeeded');
    await checked('a', 'succeeded');
    await round();
    expect(await queued()).toEqual(['c', 'b', 'a']);
  });

  it('does not count a check that was not made', async () => {
    const { port } = engine();
    const { round, queued, checked } = begin({ a: port, b: port });
    await checked('a', 'succeeded');
    await checked('b', 'succeeded');
    await checked('b', 'canceled');
    await round();
    expect(await queued()).toEqual(['b', 'a']);
  });

  it('leaves a collection that is being checked', async () => {
    const { port } = engine();
    const { round, runs, ledger } = begin({ a: port });
    await ledger.queue('check', 'a', BY_A_PERSON, {});
    await round();
    expect(await runs()).toMatchObject([{ trigger: BY_A_PERSON, status: 'queued', options: {} }]);
  });

  it('is not hindered by an update', async () => {
    const { port } = engine();
    const { round, runs, ledger } = begin({ a: port });
    await ledger.queue('update', 'a', BY_A_PERSON, {});
    await round();
    expect(await runs()).toMatchObject([{ kind: 'check' }, { kind: 'update' }]);
  });

  it('notes why a check was not made where the engine is away, and makes the others', async () => {
    const { port } = engine();
    const away = engine(() => Promise.reject(AWAY));
    const { round, runs } = begin({ a: away.port, b: port });
    await round();
    expect(await runs()).toMatchObject([
      { uid: 'b', status: 'queued', error: null },
      { uid: 'a', status: 'canceled', error: `This check was not made: ${AWAY.message}`, startedAt: null },
    ]);
  });

  it('asks each engine once', async () => {
    const here = engine();
    const away = engine(() => Promise.reject(AWAY));
    await begin({ a: away.port, b: here.port, c: away.port, d: here.port }).round();
    expect([here.asked(), away.asked()]).toEqual([1, 1]);
  });

  it('fails loudly where not the engine is at fault', async () => {
    const broken = engine(() => Promise.reject(new Error('the database is away')));
    const { round, runs } = begin({ a: broken.port });
    await expect(round()).rejects.toThrow('the database is away');
    expect(await runs()).toEqual([]);
  });

  it('ends when it is told to', async () => {
    const { port } = engine();
    const { round, queued } = begin({ a: port, b: port, c: port });
    let asked = 0;
    await round(() => (asked += 1) > 1);
    expect(await queued()).toEqual(['a']);
  });
});
