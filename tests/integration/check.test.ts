/** @database-sensitive */

import { setTimeout } from 'node:timers/promises';

import type { Run, RunItem } from '../../server/src/contract';
import { type AdminApi, createAdminApi } from '../support/admin-api';
import { aHousing, anOffer } from '../support/entries';
import { eventually } from '../support/eventually';
import { deleteRows, insertRows, tableOf } from '../support/rows';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';
import { reading, untransformable } from './configs/check';

const HOUSING = 'api::housing.housing';
const OFFER = 'api::offer.offer';
const COMPANY = 'api::company.company';

let app: SyncedPlayground;
let api: AdminApi;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/check') });
  api = createAdminApi(app);
}, 120_000);

afterAll(() => app.stop());

const searchId = (documentId: string) => `housing-${documentId}`;

/** Housing ads by SQL, brought into the index by an update. */
async function housings(count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, number) => aHousing({ title: `Housing ${number}` }));
  const documentIds = await insertRows(app.strapi, HOUSING, rows);
  expect((await api.updateFully(HOUSING)).status).toBe('succeeded');
  return documentIds;
}

/** What a run lists, sorted, as `verdict id`. */
const listed = async (run: Run): Promise<string[]> =>
  (await api.items(run)).map(({ id, verdict }) => `${verdict} ${id}`).sort();

const difference = (counts: Partial<Record<'missing' | 'stale' | 'orphaned', number>>) => ({
  ...{ missing: 0, stale: 0, orphaned: 0 },
  ...counts,
});

/** Presses Repair, and sees that what is left is nothing. */
async function repaired(check: Run): Promise<{ run: Run; items: RunItem[] }> {
  const run = await api.finished(await api.repair(check));
  expect(run).toMatchObject({ kind: 'repair', status: 'succeeded', checkId: check.id });
  const again = await api.checkFully(check.uid, { depth: 'deep' });
  expect(again).toMatchObject({ status: 'succeeded', counts: difference({}) });
  await api.untilCollection(check.uid, { state: 'in-sync' });
  return { run, items: await api.items(run) };
}

describe('a check of both sides that are equal', () => {
  it('finds nothing, says how much it compared, and is remembered as the last', async () => {
    await housings(20);
    const run = await api.checkFully(HOUSING);

    expect(run).toMatchObject({
      ...{ kind: 'check', depth: 'full', status: 'succeeded', error: null },
      counts: { total: 20, read: 20, unchanged: 20, pushed: 0, ...difference({}) },
    });
    expect(await api.items(run)).toEqual([]);
    const { lastCheck, drift } = await api.collection(HOUSING);
    expect(lastCheck).toMatchObject({ id: run.id });
    expect(drift).toMatchObject({ ...difference({}), checkId: run.id });
  });

  it('leaves what is excluded alone', async () => {
    await insertRows(app.strapi, HOUSING, [aHousing({ title: 'Hidden attic' })]);
    expect(await api.checkFully(HOUSING)).toMatchObject({ counts: { excluded: 1, ...difference({}) } });
  });

  it('does not write to the engine', async () => {
    const before = await app.engine.client.tasks.getTasks({ limit: 1 });
    await api.checkFully(OFFER, { depth: 'deep' });
    expect((await app.engine.client.tasks.getTasks({ limit: 1 })).total).toBe(before.total);
  });
});

describe('what no hook sees', () => {
  it('is found by its id, and repaired, where SQL has inserted, changed and deleted rows', async () => {
    const [changed, deleted] = (await housings(5)) as [string, string];
    const [inserted] = (await insertRows(app.strapi, HOUSING, [aHousing({ title: 'By SQL' })])) as [string];
    await tableOf(app.strapi, HOUSING).where({ document_id: changed }).update({ title: 'Changed by SQL' });
    await deleteRows(app.strapi, HOUSING, [deleted]);

    const check = await api.checkFully(HOUSING);
    expect(check.counts).toMatchObject(difference({ missing: 1, stale: 1, orphaned: 1 }));
    expect(await listed(check)).toEqual([
      `missing ${searchId(inserted)}`,
      `orphaned ${searchId(deleted)}`,
      `stale ${searchId(changed)}`,
    ]);
    await api.untilCollection(HOUSING, { state: 'drifted', drift: difference({ missing: 1, stale: 1, orphaned: 1 }) });

    const { run, items } = await repaired(check);
    expect(run.counts).toMatchObject({ total: 3, read: 3, pushed: 2, purged: 1, failed: 0 });
    expect(items).toEqual(
      expect.arrayContaining([
        { ...place(inserted), verdict: 'missing', action: 'pushed', result: 'repaired' },
        { ...place(changed), verdict: 'stale', action: 'pushed', result: 'repaired' },
        { ...place(deleted), verdict: 'orphaned', action: 'deleted', result: 'repaired' },
      ]),
    );
    expect(await app.engine.ids('housings')).toContain(searchId(inserted));
  });

  it('is found where a row of a relation was removed', async () => {
    const company = await app.documents(COMPANY).create({ data: { name: 'Acme' } });
    const { documentId } = await app.documents(OFFER).create({
      data: anOffer({ company: company.documentId }),
      status: 'published',
    });
    await app.sync.settle();
    const { joinTable } = app.strapi.db.metadata.get(OFFER).attributes.company as unknown as {
      joinTable: { name: string };
    };
    await app.strapi.db.connection(joinTable.name).delete();

    const check = await api.checkFully(OFFER);
    expect((await api.items(check)).map(({ index, verdict, documentId: of }) => [index, verdict, of]).sort()).toEqual([
      ['everything', 'stale', documentId],
      ['offers', 'stale', documentId],
    ]);
    await repaired(check);
  });

  it('is found where documents were added, changed and deleted in the engine', async () => {
    const [edited, removed] = (await housings(3)) as [string, string];
    const [document] = await app.engine.documents('housings', { ids: [searchId(edited)] });
    await app.engine.put('housings', [
      { ...document, title: 'Edited behind our back' },
      { _meilisearch_id: 'nobodys', _strapi: { uid: HOUSING, syncedAt: 1, version: 'x' }, title: 'Invented' },
      { _meilisearch_id: 'somebody-elses', title: 'Of another program' },
    ]);
    await app.engine.remove('housings', [searchId(removed)]);

    expect(await listed(await api.checkFully(HOUSING))).toEqual(['missing ' + searchId(removed), 'orphaned nobodys']);
    const deep = await api.checkFully(HOUSING, { depth: 'deep' });
    expect(await listed(deep)).toEqual([
      `missing ${searchId(removed)}`,
      'orphaned nobodys',
      `stale ${searchId(edited)}`,
    ]);

    await repaired(deep);
    expect(await app.engine.ids('housings')).toContain('somebody-elses');
    await app.engine.remove('housings', ['somebody-elses']);
  });

  it('is found where what is excluded is in the index all the same', async () => {
    const [documentId] = (await housings(1)) as [string];
    await tableOf(app.strapi, HOUSING).where({ document_id: documentId }).update({ title: 'Hidden by SQL' });
    const check = await api.checkFully(HOUSING);
    expect(await listed(check)).toEqual([`orphaned ${searchId(documentId)}`]);
    await repaired(check);
  });

  it('is found and repaired where the index was deleted as a whole', async () => {
    await app.engine.client.deleteIndex('housings').waitTask();
    const check = await api.checkFully(HOUSING);
    const { counts } = check;
    expect(counts.missing).toBe((counts.total ?? 0) - counts.excluded);
    expect(counts.missing).toBeGreaterThan(20);
    await repaired(check);
  });
});

describe('a quick check', () => {
  it('compares versions within the window, and ids of everything', async () => {
    const [old, recent, gone] = (await housings(3)) as [string, string, string];
    const change = (documentId: string, more: object) =>
      tableOf(app.strapi, HOUSING)
        .where({ document_id: documentId })
        .update({ title: 'Renamed by SQL', ...more });
    await change(old, { updated_at: new Date('2020-01-01T00:00:00Z') });
    await change(recent, { updated_at: new Date() });
    await app.engine.remove('housings', [searchId(gone)]);
    await tableOf(app.strapi, HOUSING)
      .where({ document_id: gone })
      .update({ updated_at: new Date('2020-01-01T00:00:00Z') });

    const quick = await api.checkFully(HOUSING, { depth: 'quick' });
    expect(await listed(quick)).toEqual([`missing ${searchId(gone)}`, `stale ${searchId(recent)}`]);
    expect(await listed(await api.checkFully(HOUSING, { repair: true }))).toContain(`stale ${searchId(old)}`);
  });
});

describe('a check that is asked to repair', () => {
  const repairOf = async (check: Run): Promise<Run> =>
    eventually(async () => {
      const { body } = await api.get(`/runs?uid=${check.uid}&kind=repair`).expect(200);
      const found = (body.data as Run[]).find(({ checkId }) => checkId === check.id);
      expect(found?.finishedAt).toEqual(expect.any(String));
      return found as Run;
    });

  it('does so by a run of its own, for the one who asked', async () => {
    const [documentId] = (await housings(2)) as [string];
    await app.engine.remove('housings', [searchId(documentId)]);
    const check = await api.checkFully(HOUSING, { repair: true });
    expect(await repairOf(check)).toMatchObject({ status: 'succeeded', trigger: check.trigger, counts: { pushed: 1 } });
    await api.untilCollection(HOUSING, { state: 'in-sync' });
  });

  it('never brings a deleted entry back, and leaves what was mended meanwhile', async () => {
    const [deleted, mended] = (await housings(2)) as [string, string];
    await app.engine.remove('housings', [searchId(deleted), searchId(mended)]);
    const check = await api.checkFully(HOUSING);
    expect(check.counts).toMatchObject(difference({ missing: 2 }));
    await app.documents(HOUSING).delete({ documentId: deleted });
    await app.documents(HOUSING).update({ documentId: mended, data: { title: 'Mended by a save' } });
    await app.sync.settle();

    const { run, items } = await repaired(check);
    expect(run.counts).toMatchObject({ pushed: 0, purged: 0, unchanged: 2 });
    expect(items.map(({ action, result }) => [action, result])).toEqual([
      ['none', 'equal'],
      ['none', 'equal'],
    ]);
    expect(await app.engine.ids('housings')).not.toContain(searchId(deleted));
  });
});

describe('an entry with a failure', () => {
  it('is no drift: it keeps its last good version and is on the list of failures', async () => {
    const [documentId] = (await housings(2)) as [string];
    untransformable.add('Unspeakable');
    await app.documents(HOUSING).update({ documentId, data: { title: 'Unspeakable' } });
    await app.sync.settle();
    const check = await api.checkFully(HOUSING);
    expect(check).toMatchObject({ status: 'succeeded-with-failures', counts: { failed: 1, ...difference({}) } });
    expect(await api.items(check)).toEqual([]);

    untransformable.clear();
    await api.post('/failures/retry').expect(202);
    await api.untilCollection(HOUSING, { state: 'in-sync' });
  });
});

describe('while ten writers are at work', () => {
  const WRITERS = 10;

  it('a check finds what was planted and nothing else', async () => {
    const documentIds = await housings(40);
    const [planted, gone] = [documentIds.slice(0, 5), documentIds.slice(5, 10)];
    const living = documentIds.slice(10);
    await tableOf(app.strapi, HOUSING).whereIn('document_id', planted).update({ title: reading.title });
    await app.engine.remove('housings', gone.map(searchId));

    let isOver = false;
    let turns = 0;
    const writer = async (number: number) => {
      const documents = app.documents(HOUSING);
      for (let turn = 0; !isOver && turn < 100; turn += 1) {
        const title = `Writer ${number}, turn ${turn}`;
        const mine = living.filter((_, position) => position % WRITERS === number);
        await documents.update({ documentId: mine[turn % mine.length]!, data: { title } });
        const { documentId } = await documents.create({ data: aHousing({ title }) });
        if (turn % 2 === 0) await documents.delete({ documentId });
        turns += 1;
        // Nobody types faster; and SQLite has one connection, which ten tireless writers would keep to themselves.
        await setTimeout(1000);
      }
    };
    const writers = Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)));
    try {
      for (const depth of ['full', 'deep', 'quick']) {
        reading.gate.shut();
        const check = await api.check(HOUSING, { depth });
        await eventually(() => expect(reading.gate.waiting).toBeGreaterThan(0));
        // More than were under way when it began to wait.
        const before = turns + WRITERS;
        await eventually(() => expect(turns).toBeGreaterThan(before));
        reading.gate.open();
        expect(await listed(await api.finished(check))).toEqual(
          [...planted.map((id) => `stale ${searchId(id)}`), ...gone.map((id) => `missing ${searchId(id)}`)].sort(),
        );
      }
    } finally {
      reading.gate.open();
      isOver = true;
      await writers;
    }
    await app.sync.settle();
    await repaired(await api.checkFully(HOUSING));
  }, 120_000);
});

describe('what is asked wrongly', () => {
  it('is answered with what would be right', async () => {
    const { body } = await api.post(`/collections/${HOUSING}/check`, { depth: 'bottomless' }).expect(400);
    expect(body.error.message).toBe('depth: one of quick, full, deep');
    const equal = await api.checkFully(OFFER);
    const refused = await api.post(`/runs/${equal.id}/repair`).expect(409);
    expect(refused.body.error.message).toContain('has found no difference');
    await api.post('/runs/999999/repair').expect(404);
    const update = await api.updateFully(OFFER);
    await api.post(`/runs/${update.id}/repair`).expect(409);
  });
});

describe('the comparison of a document', () => {
  it('shows both sides of it, without what is the plugin’s own', async () => {
    const [documentId] = (await housings(1)) as [string];
    await tableOf(app.strapi, HOUSING).where({ document_id: documentId }).update({ title: 'In the database' });
    const { body } = await api.get(`/documents/${HOUSING}/${documentId}/comparison`).expect(200);
    expect(body.data).toEqual([
      {
        ...{ id: searchId(documentId), index: 'housings', locale: null },
        database: expect.objectContaining({ title: 'In the database' }),
        engine: expect.objectContaining({ title: 'Housing 0' }),
        error: null,
      },
    ]);
    expect(Object.keys(body.data[0].engine)).not.toContain('_strapi');
  });

  it('says why no document can be made of it', async () => {
    const [documentId] = (await housings(1)) as [string];
    untransformable.add('Housing 0');
    try {
      const { body } = await api.get(`/documents/${HOUSING}/${documentId}/comparison`).expect(200);
      expect(body.data).toMatchObject([{ database: null, error: 'no words for Housing 0' }]);
      expect(body.data[0].engine).toMatchObject({ title: 'Housing 0' });
    } finally {
      untransformable.clear();
    }
  });
});

const place = (documentId: string) => ({ id: searchId(documentId), index: 'housings', documentId, locale: null });
