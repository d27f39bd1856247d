import { createCollectionRecords } from '../../../../server/src/collections/collection-records';
import type { RunStatus } from '../../../../server/src/contract';
import { TABLES } from '../../../../server/src/database/models';
import { createFailures } from '../../../../server/src/failures/failures';
import { allMark, editedMark } from '../../../../server/src/outbox/mark';
import { createOutbox } from '../../../../server/src/outbox/outbox';
import { abandonUnknown } from '../../../../server/src/runs/abandon-unknown';
import { createLedger } from '../../../../server/src/runs/ledger';
import { OFFER } from '../fixtures/collection';
import { openStrapiDatabase, type StrapiDatabase } from '../fixtures/strapi-database';

const GONE = 'api::gone.gone';
const NO_FAILURE = { locale: null, index: null, stage: 'transform', message: 'no words' } as const;

let database: StrapiDatabase;

beforeAll(async () => {
  database = await openStrapiDatabase();
});

afterEach(async () => {
  for (const table of [TABLES.runs, TABLES.marks, TABLES.failures, TABLES.collections]) await database.empty(table);
});

afterAll(() => database?.stop());

/** An instance that defines the offers and nothing else. */
function begin() {
  const records = createCollectionRecords(database.strapi);
  const ledger = createLedger(database.strapi, records);
  const outbox = createOutbox(database.strapi);
  const failures = createFailures(database.strapi);
  return {
    ...{ records, ledger, outbox, failures },
    abandon: () => abandonUnknown({ records, ledger, outbox, failures }, (uid) => uid === OFFER),
    update: async (uid: string, status: RunStatus) => {
      const run = await ledger.queue('update', uid, { by: 'admin', user: 'Ada' }, { purge: true });
      await ledger.move(run, 'queued', status);
      return run;
    },
    fail: (uid: string) =>
      failures.record(uid, { documentIds: ['a'], entries: null }, [{ documentId: 'a', ...NO_FAILURE }]),
  };
}

describe('a collection without a definition', () => {
  it.each(['queued', 'running', 'awaiting-confirmation'] as const)(
    'has its run canceled that was %s, with the reason, and room for another',
    async (status) => {
      const { ledger, update, abandon } = begin();
      const run = await update(GONE, status);
      expect(await abandon()).toEqual([GONE]);
      expect(await ledger.active()).toEqual([]);
      expect(await ledger.find(run.id)).toMatchObject({
        status: 'canceled',
        error: expect.stringContaining(`no content type ${GONE}`),
        finishedAt: expect.any(Number),
      });
      expect((await update(GONE, status)).id).not.toBe(run.id);
    },
  );

  it('has its run ended that a person has canceled in vain', async () => {
    const { ledger, update, abandon } = begin();
    const run = await update(GONE, 'running');
    await ledger.cancel(run);
    await abandon();
    expect((await ledger.find(run.id))?.status).toBe('canceled');
  });

  it('leaves no mark that anybody waits for, and no failure', async () => {
    const { outbox, failures, fail, abandon } = begin();
    await outbox.add([editedMark(GONE, 'a'), allMark(GONE)]);
    await fail(GONE);
    expect(await abandon()).toEqual([GONE]);
    expect(await outbox.backlog([GONE])).toEqual({ pending: 0, oldestAt: null });
    expect(await failures.countByUid()).toEqual(new Map());
  });

  it('is indexed anew should it come back, and stays enabled if an admin wanted that', async () => {
    const { records, outbox, abandon } = begin();
    const drift = { missing: 0, stale: 0, orphaned: 0, at: new Date(0).toISOString() };
    await records.change(GONE, { enabled: true, lastCompleteUpdateId: 7, drift });
    await outbox.add([editedMark(GONE, 'a')]);
    await abandon();
    expect(await records.find(GONE)).toMatchObject({ enabled: true, lastCompleteUpdateId: null, drift: null });
  });

  it('is left as it is where nothing was to be done for it', async () => {
    const { records, abandon } = begin();
    await records.change(GONE, { lastCompleteUpdateId: 7 });
    expect(await abandon()).toEqual([]);
    expect(await records.find(GONE)).toMatchObject({ lastCompleteUpdateId: 7 });
  });
});

describe('a collection with a definition', () => {
  it('keeps its runs, marks and failures, whether it is synced or not', async () => {
    const { ledger, outbox, failures, update, fail, abandon } = begin();
    const run = await update(OFFER, 'running');
    await outbox.add([editedMark(OFFER, 'a')]);
    await fail(OFFER);
    expect(await abandon()).toEqual([]);
    expect(await ledger.active()).toMatchObject([{ id: run.id, status: 'running', error: null }]);
    expect((await outbox.backlog([OFFER])).pending).toBe(1);
    expect(await failures.count(OFFER)).toBe(1);
  });
});
