import { createCollectionRecords } from '../../../../server/src/collections/collection-records';
import type { RunStatus, Trigger } from '../../../../server/src/contract';
import { TABLES } from '../../../../server/src/database/models';
import type { NewMark } from '../../../../server/src/outbox/mark';
import { createOutbox } from '../../../../server/src/outbox/outbox';
import { createLedger } from '../../../../server/src/runs/ledger';
import type { RunOptions, RunRecord } from '../../../../server/src/runs/run-record';
import { createUpdateOfMarked } from '../../../../server/src/runs/update-marked';
import { OFFER } from '../fixtures/collection';
import { openStrapiDatabase, type StrapiDatabase } from '../fixtures/strapi-database';

const JOB = 'api::job.job';
const BY_A_PERSON: Trigger = { by: 'admin', user: 'Ada Lovelace' };

let database: StrapiDatabase;

beforeAll(async () => {
  database = await openStrapiDatabase();
});

afterEach(async () => {
  for (const table of [TABLES.marks, TABLES.runs, TABLES.collections]) await database.empty(table);
});

afterAll(() => database?.stop());

const all = (uid = OFFER): NewMark => ({ uid, documentId: '*', kind: 'all', relatedUid: null });

function begin(...marks: NewMark[]) {
  const outbox = createOutbox(database.strapi);
  const ledger = createLedger(database.strapi, createCollectionRecords(database.strapi));
  const work = createUpdateOfMarked({ outbox, ledger, uids: () => [OFFER, JOB] });
  return {
    outbox,
    ledger,
    step: async () => {
      await outbox.add(marks.splice(0));
      await work.step();
    },
    active: async () =>
      (await ledger.active()).map(({ kind, uid, status, options }) => ({ kind, uid, status, options })),
    marked: async () => Object.fromEntries(await outbox.pendingByUid()),
    /** An update of offers that somebody has asked for, as far as it has come. */
    asked: async (options: RunOptions, ...statuses: RunStatus[]) => {
      const run = await ledger.queue('update', OFFER, BY_A_PERSON, options);
      await pass(ledger, run, 'queued', ...statuses);
      return run;
    },
    finish: (run: RunRecord, from: RunStatus) => pass(ledger, run, from, 'succeeded'),
  };
}

async function pass(ledger: ReturnType<typeof createLedger>, run: RunRecord, ...statuses: RunStatus[]) {
  for (const [position, to] of statuses.slice(1).entries()) {
    expect(await ledger.move(run, statuses[position]!, to)).toBe(true);
  }
}

const complete = (uid = OFFER) => ({ kind: 'update', uid, status: 'queued', options: { purge: true, owed: true } });

describe('a collection with more marks than can be named', () => {
  it('is queued for a complete update, and the mark is cleared', async () => {
    const { step, active, marked } = begin(all());
    await step();
    expect(await active()).toEqual([complete()]);
    expect(await marked()).toEqual({});
  });

  it('is queued once, however often it was marked', async () => {
    const { outbox, step, active, marked } = begin(all(), all(), all());
    await step();
    await outbox.add([all()]);
    await step();
    expect(await active()).toEqual([complete()]);
    expect(await marked()).toEqual({});
  });

  it('is queued beside others', async () => {
    const { step, active, marked } = begin(all(), all(JOB));
    await step();
    expect(await active()).toEqual([complete(), complete(JOB)]);
    expect(await marked()).toEqual({});
  });

  it('is updated by nobody in particular', async () => {
    const { ledger, step } = begin(all());
    await step();
    const [run] = await ledger.active();
    expect(run!.trigger).toEqual({ by: 'api', user: null });
  });

  it('is not queued while it is not synced', async () => {
    const { step, active, marked } = begin(all('api::unsynced.unsynced'));
    await step();
    expect(await active()).toEqual([]);
    expect(await marked()).toEqual({ 'api::unsynced.unsynced': 1 });
  });

  it('keeps the marks of single documents', async () => {
    const { step, marked } = begin(all(), { uid: OFFER, documentId: 'a', kind: 'edited', relatedUid: null });
    await step();
    expect(await marked()).toEqual({ [OFFER]: 1 });
  });
});

describe('where nothing is marked', () => {
  it('no update is queued', async () => {
    const { step, active } = begin();
    await step();
    expect(await active()).toEqual([]);
  });

  it('no update is queued for single documents', async () => {
    const { step, active } = begin({ uid: OFFER, documentId: 'a', kind: 'lost', relatedUid: null });
    await step();
    expect(await active()).toEqual([]);
  });
});

describe('an update that is active already', () => {
  it('suffices where it is complete and has not begun', async () => {
    const { asked, step, active, marked } = begin(all());
    await asked({ purge: true });
    await step();
    expect(await active()).toEqual([complete()]);
    expect(await marked()).toEqual({});
  });

  it.each<[sentence: string, options: RunOptions, status: RunStatus[]]>([
    ['is running', { purge: true }, ['running']],
    ['awaits its confirmation', { purge: true }, ['running', 'awaiting-confirmation']],
    ['is of some entries only', { purge: true, filters: { city: 'Lyon' } }, []],
    ['is of one locale only', { purge: true, locale: 'fr' }, []],
    ['does not purge', { purge: false }, []],
  ])('is followed by another where it %s', async (_, options, statuses) => {
    const { asked, finish, step, active, marked } = begin(all());
    const run = await asked(options, ...statuses);
    await step();
    expect(await active()).toEqual([expect.objectContaining({ uid: OFFER, options })]);
    expect(await marked()).toEqual({ [OFFER]: 1 });

    await finish(run, statuses.at(-1) ?? 'queued');
    await step();
    expect(await active()).toEqual([complete()]);
    expect(await marked()).toEqual({});
  });

  it('keeps no other collection waiting', async () => {
    const { asked, step, active, marked } = begin(all(), all(JOB));
    await asked({ purge: true }, 'running');
    await step();
    expect(await active()).toEqual([expect.objectContaining({ uid: OFFER, status: 'running' }), complete(JOB)]);
    expect(await marked()).toEqual({ [OFFER]: 1 });
  });
});

describe('an update that is owed', () => {
  const NO_DRIFT = { missing: 0, stale: 0, orphaned: 0, at: '2026-05-04T10:00:00.000Z' };
  const records = () => createCollectionRecords(database.strapi);

  it.each<RunStatus>(['canceled', 'failed'])(
    'and %s leaves nobody with the claim that both sides are equal',
    async (end) => {
      await records().change(OFFER, { drift: NO_DRIFT });
      const { asked, ledger, step } = begin(all());
      const run = await asked({ purge: true });
      await step();
      await pass(ledger, run, 'queued', 'running', end);
      expect((await records().find(OFFER))?.drift).toBeNull();
    },
  );

  it('is told apart from one that merely did the same again', async () => {
    await records().change(OFFER, { drift: NO_DRIFT });
    const { asked, ledger } = begin();
    await pass(ledger, await asked({ purge: true }), 'queued', 'running', 'canceled');
    expect((await records().find(OFFER))?.drift).toEqual(NO_DRIFT);
  });
});
