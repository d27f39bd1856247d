import type { Run } from '../../server/src/contract';
import { type AdminApi, createAdminApi, syncOf } from '../support/admin-api';
import { createEngineClient, type EngineClient } from '../support/engine-client';
import { aHousing, anOffer } from '../support/entries';
import { eventually } from '../support/eventually';
import { deleteRows, documentIdsOf, insertRows, tableOf } from '../support/rows';
import { bootPlayground, type PlaygroundApp } from '../support/strapi-app';
import { untransformable } from './configs/purge';

const HOUSING = 'api::housing.housing';
const OFFER = 'api::offer.offer';

let app: PlaygroundApp;
let api: AdminApi;
let engine: EngineClient;

async function boot(config: string) {
  app = await bootPlayground({ config: require.resolve(config) });
  api = createAdminApi(app);
  engine = createEngineClient(app.meilisearch);
  await api.untilCollection(HOUSING, { state: 'in-sync' });
}

const searchIds = (documentIds: string[]) => documentIds.map((id) => `housing-${id}`).sort();

/** Sees to it that there are ten housing ads, in the table and in the index, and answers their documentIds. */
async function tenHousings(): Promise<string[]> {
  const present = await documentIdsOf(app.strapi, HOUSING);
  const missing = Array.from({ length: 10 - present.length }, (_, index) => aHousing({ title: `Housing ${index}` }));
  const ids = [...present, ...(await insertRows(app.strapi, HOUSING, missing))];
  expect((await held(await api.update(HOUSING))).status).toBe('succeeded');
  expect(await engine.ids('housings')).toEqual(searchIds(ids));
  return ids;
}

/** The run once it is over or waits for a person. */
function held(run: Run): Promise<Run> {
  return eventually(async () => {
    const now = await api.run(run.id);
    expect(['queued', 'running']).not.toContain(now.status);
    return now;
  });
}

describe('a purge', () => {
  beforeAll(() => boot('./configs/purge'), 120_000);
  afterAll(() => app.stop());
  beforeEach(() => untransformable.clear());

  it('does not happen where it was declined', async () => {
    const ids = await tenHousings();
    await deleteRows(app.strapi, HOUSING, ids.slice(0, 1));

    const run = await api.updateFully(HOUSING, { purge: false });

    expect(run).toMatchObject({ status: 'succeeded', counts: { pushed: 9, purged: 0 } });
    expect(await engine.ids('housings')).toEqual(searchIds(ids));
    await api.untilCollection(HOUSING, { state: 'drifted' });
  });

  it('spares the last good version of an entry that cannot be transformed now', async () => {
    const ids = await tenHousings();
    await deleteRows(app.strapi, HOUSING, ids.slice(0, 2));
    await tableOf(app.strapi, HOUSING).where({ document_id: ids[3] }).update({ title: 'Unspeakable' });
    untransformable.add('Unspeakable');

    const run = await api.updateFully(HOUSING);

    expect(run).toMatchObject({
      status: 'succeeded-with-failures',
      counts: { total: 8, read: 8, pushed: 7, failed: 1, orphaned: 2, purged: 2 },
    });
    const documents = await engine.documents('housings');
    expect(documents.map(({ _meilisearch_id }) => _meilisearch_id).sort()).toEqual(searchIds(ids.slice(2)));
    expect(documents.map(({ title }) => title)).not.toContain('Unspeakable');
    await api.untilCollection(HOUSING, { state: 'failing', failing: 1 });

    untransformable.clear();
    expect(await api.updateFully(HOUSING)).toMatchObject({ status: 'succeeded', counts: { pushed: 8, failed: 0 } });
    await api.untilCollection(HOUSING, { state: 'in-sync', failing: 0 });
  });

  it('leaves the documents of others in the same index alone', async () => {
    const ids = await tenHousings();
    const foreign = [
      { _meilisearch_id: 'page-1', title: 'Imprint' },
      { _meilisearch_id: 'housing-by-hand', title: 'Housing by hand' },
      { _meilisearch_id: 'visit-1', title: 'Visit', _strapi: { uid: 'api::visit.visit', syncedAt: 1, version: 'x' } },
    ];
    await engine.put('housings', foreign);
    await deleteRows(app.strapi, HOUSING, ids.slice(0, 1));

    expect((await api.updateFully(HOUSING)).counts.purged).toBe(1);

    const foreignIds = foreign.map(({ _meilisearch_id }) => _meilisearch_id);
    expect(await engine.ids('housings')).toEqual([...searchIds(ids.slice(1)), ...foreignIds].sort());
    await engine.remove('housings', foreignIds);
  });

  describe('of what strapi-plugin-meilisearch left behind', () => {
    const languages = ['en', 'fr'];
    const left = (documentId: string) =>
      languages.map((locale) => ({ _meilisearch_id: `offer-${documentId}-${locale}`, title: 'Left behind' }));

    /** An offer in both languages. */
    const insertOffer = (documentId: string) =>
      insertRows(
        app.strapi,
        OFFER,
        languages.map((locale) => anOffer({ document_id: documentId, locale, title: 'Intern' })),
      );

    it('takes the documents of vanished entries, and nothing that may be somebody else’s', async () => {
      for (const documentId of ['firstfirstfirstfirstfirs', 'secondsecondsecondsecond']) {
        await insertOffer(documentId);
        await engine.put('offers', left(documentId));
      }
      const others = [
        { _meilisearch_id: 'offer-special', title: 'Somebody else’s' },
        { _meilisearch_id: 'housing-vanishedvanishedvanished', title: 'Another model' },
      ];
      await engine.put('offers', [...left('vanishedvanishedvanished').slice(0, 1), ...others]);

      const run = await api.updateFully(OFFER);

      expect(run).toMatchObject({ status: 'succeeded', counts: { pushed: 4, purged: 1 } });
      const documents = await engine.documents('offers');
      expect(documents.map(({ _meilisearch_id, title }) => [_meilisearch_id, title]).sort()).toEqual([
        ['housing-vanishedvanishedvanished', 'Another model'],
        ['offer-firstfirstfirstfirstfirs-en', 'Intern'],
        ['offer-firstfirstfirstfirstfirs-fr', 'Intern'],
        ['offer-secondsecondsecondsecond-en', 'Intern'],
        ['offer-secondsecondsecondsecond-fr', 'Intern'],
        ['offer-special', 'Somebody else’s'],
      ]);
      await api.untilCollection(OFFER, { indexedCount: 4, state: 'in-sync' });
    });

    it('counts these documents as the collection’s own when it weighs how many would go', async () => {
      await tableOf(app.strapi, OFFER).delete();
      await insertOffer('thirdthirdthirdthirdthir');
      await api.finished(await api.confirmPurge(await held(await api.update(OFFER))));
      await engine.put('offers', left('vanishedvanishedvanished'));

      const run = await held(await api.update(OFFER));

      // Two of four are to go, which is not more than half.
      expect(run).toMatchObject({ status: 'succeeded', counts: { pushed: 2, purged: 2 } });
    });
  });

  describe('of more than half of a collection', () => {
    let ids: string[];
    let run: Run;

    beforeEach(async () => {
      ids = await tenHousings();
      await deleteRows(app.strapi, HOUSING, ids.slice(0, 6));
      run = await held(await api.update(HOUSING));
    });

    afterEach(async () => {
      if ((await api.run(run.id)).status === 'awaiting-confirmation') await api.cancel(run);
    });

    it('waits for a person, says how much it is about, and hides nothing meanwhile', async () => {
      expect(run).toMatchObject({ status: 'awaiting-confirmation', finishedAt: null });
      expect(run.error).toMatch(/\b6 of 10 documents\b/);
      expect(await engine.ids('housings')).toEqual(searchIds(ids));
      const { hits } = await engine.client.index('housings').search('');
      expect(hits).toHaveLength(10);
      await api.untilCollection(HOUSING, {
        state: 'drifted',
        drift: { orphaned: 6 },
        activeRun: { id: run.id, status: 'awaiting-confirmation' },
      });
      expect(await api.update(HOUSING)).toMatchObject({ id: run.id, status: 'awaiting-confirmation' });
    });

    it('is carried out once it is confirmed', async () => {
      expect(await api.confirmPurge(run)).toMatchObject({ id: run.id, error: null });

      expect(await api.finished(run)).toMatchObject({ status: 'succeeded', error: null, counts: { purged: 6 } });
      expect(await engine.ids('housings')).toEqual(searchIds(ids.slice(6)));
      await api.untilCollection(HOUSING, { state: 'in-sync', drift: { orphaned: 0 } });
      await api.post(`/runs/${run.id}/confirm-purge`).expect(409);
    });

    it('looks again when it is confirmed, and keeps what has come back meanwhile', async () => {
      await insertRows(
        app.strapi,
        HOUSING,
        ids.slice(0, 5).map((document_id) => aHousing({ title: 'Back again', document_id })),
      );

      await api.confirmPurge(run);

      expect(await api.finished(run)).toMatchObject({ status: 'succeeded', counts: { purged: 1 } });
      const documents = await engine.documents('housings');
      expect(documents.map(({ _meilisearch_id }) => _meilisearch_id).sort()).toEqual(
        searchIds([...ids.slice(0, 5), ...ids.slice(6)]),
      );
      expect(documents.filter(({ title }) => title === 'Back again')).toHaveLength(5);
    });

    it('deletes nothing when it is canceled instead', async () => {
      expect(await api.cancel(run)).toMatchObject({ id: run.id, status: 'canceled' });

      expect(await engine.ids('housings')).toEqual(searchIds(ids));
      await api.untilCollection(HOUSING, { activeRun: null, state: 'drifted' });
    });

    it('lets a save through while it waits', async () => {
      const saved = await app.strapi
        .documents(HOUSING)
        .create({ data: aHousing({ title: 'Saved meanwhile' }) as never });
      await syncOf(app.strapi).settle();
      await api.confirmPurge(run);
      await api.finished(run);
      expect(await engine.ids('housings')).toEqual(searchIds([...ids.slice(6), saved.documentId]));
    });
  });
});

it('never waits under a purge guard of 1', async () => {
  await boot('./configs/unguarded-purge');
  try {
    const ids = await tenHousings();
    await deleteRows(app.strapi, HOUSING, ids);
    expect(await api.updateFully(HOUSING)).toMatchObject({ status: 'succeeded', counts: { total: 0, purged: 10 } });
    expect(await engine.ids('housings')).toEqual([]);
  } finally {
    await app.stop();
  }
}, 60_000);

it('always waits under a purge guard of 0, but not when there is nothing to purge', async () => {
  await boot('./configs/strict-purge');
  try {
    const ids = await tenHousings();
    await deleteRows(app.strapi, HOUSING, ids.slice(0, 1));
    expect(await held(await api.update(HOUSING))).toMatchObject({ status: 'awaiting-confirmation' });
  } finally {
    await app.stop();
  }
}, 60_000);
