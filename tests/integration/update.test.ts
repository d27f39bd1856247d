import { seed } from '../../playground/sample-data/seed';
import type { Run } from '../../server/src/contract';
import { type AdminApi, createAdminApi } from '../support/admin-api';
import { createEngineClient, type EngineClient } from '../support/engine-client';
import { aHousing } from '../support/entries';
import { eventually } from '../support/eventually';
import { deleteRows, documentIdsOf, insertRows, tableOf } from '../support/rows';
import { bootPlayground, type PlaygroundApp } from '../support/strapi-app';
import { onRead, reading } from './configs/update';

const HOUSING = 'api::housing.housing';
const OFFER = 'api::offer.offer';
const SKILL = 'api::skill.skill';

let app: PlaygroundApp;
let api: AdminApi;
let engine: EngineClient;

/** What lies in the index and what lies in the table, by the id of the search document. */
async function bothSides() {
  const rows = await tableOf(app.strapi, HOUSING).select('document_id', 'title');
  const documents = await engine.documents('housings');
  return {
    database: new Map(rows.map((row) => [`housing-${row.document_id}`, row.title])),
    index: new Map(documents.map(({ _meilisearch_id, title }) => [_meilisearch_id, title])),
  };
}

/** An update of the housing ads that stays on, held up while it reads, until `reading` opens. */
async function updateHeldUp(): Promise<Run> {
  reading.shut();
  const run = await api.update(HOUSING);
  await eventually(() => expect(reading.waiting).toBeGreaterThan(0));
  return run;
}

async function expectBothSidesEqual() {
  const { database, index } = await bothSides();
  expect(index).toEqual(database);
}

beforeAll(async () => {
  app = await bootPlayground({ config: require.resolve('./configs/update') });
  api = createAdminApi(app);
  engine = createEngineClient(app.meilisearch);
  // Both are enabled by configuration: their first update finds nothing yet.
  for (const uid of [HOUSING, OFFER]) await api.untilCollection(uid, { state: 'in-sync' });
  await seed(app.strapi, { entries: 120 });
}, 120_000);

afterAll(async () => {
  reading.open();
  await app.stop();
});

describe('an update', () => {
  it('pushes what came past every hook, and keeps a full record of itself', async () => {
    await api.untilCollection(HOUSING, { databaseCount: 40, indexedCount: 0, state: 'drifted' });

    const run = await api.updateFully(HOUSING);

    expect(run).toEqual({
      id: expect.any(Number),
      kind: 'update',
      uid: HOUSING,
      trigger: { by: 'admin', user: 'Camille Martin' },
      status: 'succeeded',
      phase: null,
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      finishedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      stamp: expect.any(Number),
      counts: {
        total: 40,
        read: 40,
        pushed: 40,
        unchanged: 0,
        excluded: 0,
        failed: 0,
        purged: 0,
        missing: 0,
        stale: 0,
        orphaned: 0,
        undecided: 0,
      },
      pace: { rate: null, secondsLeft: null },
      error: null,
      depth: null,
      checkId: null,
    });
    expect(Date.parse(run.startedAt!)).toBeLessThanOrEqual(Date.parse(run.finishedAt!));
    await api.untilCollection(HOUSING, {
      databaseCount: 40,
      excludedCount: 0,
      expectedCount: 40,
      indexedCount: 40,
      state: 'in-sync',
      drift: { missing: 0, stale: 0, orphaned: 0, at: expect.any(String) },
      activeRun: null,
      lastUpdate: run,
    });
    await expectBothSidesEqual();
  });

  it('stamps every document with its uid and a time not below its own start', async () => {
    const run = await api.updateFully(HOUSING);
    const stamps = (await engine.documents('housings')).map(({ _strapi }) => _strapi);
    expect(stamps).toHaveLength(40);
    for (const stamp of stamps) {
      expect(stamp).toEqual({ uid: HOUSING, syncedAt: expect.any(Number), version: expect.any(String) });
      expect(stamp!.syncedAt).toBeGreaterThanOrEqual(run.stamp!);
    }
  });

  it('heals drift of every kind that was made by hand', async () => {
    const ids = await documentIdsOf(app.strapi, HOUSING);
    const searchIds = ids.map((id) => `housing-${id}`);
    await deleteRows(app.strapi, HOUSING, ids.slice(0, 6));
    await insertRows(
      app.strapi,
      HOUSING,
      ['Loft', 'Attic', 'Barn'].map((title) => aHousing({ title })),
    );
    await tableOf(app.strapi, HOUSING).whereIn('document_id', ids.slice(10, 15)).update({ title: 'Renamed by SQL' });
    await engine.remove('housings', searchIds.slice(20, 24));
    await engine.client
      .index('housings')
      .updateDocuments(searchIds.slice(30, 35).map((_meilisearch_id) => ({ _meilisearch_id, title: 'Edited behind' })))
      .waitTask();

    await api.untilCollection(HOUSING, { databaseCount: 37, indexedCount: 36, state: 'drifted' });
    const run = await api.updateFully(HOUSING);

    expect(run).toMatchObject({
      status: 'succeeded',
      counts: { total: 37, read: 37, pushed: 37, orphaned: 6, purged: 6 },
    });
    await api.untilCollection(HOUSING, {
      databaseCount: 37,
      indexedCount: 37,
      state: 'in-sync',
      drift: { missing: 0, stale: 0, orphaned: 0 },
    });
    await expectBothSidesEqual();
  });

  it('heals what equal counts hide: one document missing and one orphaned', async () => {
    const [gone, lost] = (await documentIdsOf(app.strapi, HOUSING)) as [string, string];
    await deleteRows(app.strapi, HOUSING, [gone]);
    await engine.remove('housings', [`housing-${lost}`]);
    await api.untilCollection(HOUSING, { databaseCount: 36, indexedCount: 36 });

    const run = await api.updateFully(HOUSING);

    expect(run.counts).toMatchObject({ pushed: 36, purged: 1 });
    await expectBothSidesEqual();
  });

  it('changes nothing but the stamps when it is repeated', async () => {
    const withoutStamps = async () =>
      (await engine.documents('housings'))
        .map(({ _strapi, ...document }) => ({ ...document, version: _strapi?.version }))
        .sort((one, other) => one._meilisearch_id.localeCompare(other._meilisearch_id));
    await api.updateFully(HOUSING);
    const first = await api.updateFully(HOUSING);
    const before = await withoutStamps();

    const second = await api.updateFully(HOUSING);

    expect(second.counts).toEqual(first.counts);
    expect(second.counts.purged).toBe(0);
    expect(second.stamp).toBeGreaterThan(first.stamp!);
    expect(await withoutStamps()).toEqual(before);
  });

  it('indexes each language of an entry as a document of its own', async () => {
    const published = await tableOf(app.strapi, OFFER).whereNotNull('published_at').select('document_id', 'locale');

    const run = await api.updateFully(OFFER);

    expect(run.counts).toMatchObject({ total: published.length, pushed: published.length });
    expect(await engine.ids('offers')).toEqual(
      published.map(({ document_id, locale }) => `offer-${document_id}-${locale}`).sort(),
    );
  });
});

describe('an update of a collection that grows as fast as it is read', () => {
  afterEach(() => {
    onRead.do = null;
  });

  it('is over once it has read what there was when it began', async () => {
    let room = 200;
    onRead.do = async () => {
      if (room-- > 0) await insertRows(app.strapi, HOUSING, [aHousing({ title: 'Born while others are read' })]);
    };
    const { status, counts } = await api.updateFully(HOUSING);
    expect(status).toBe('succeeded');
    expect(counts.read).toBe(counts.total);
    expect(room).toBeGreaterThan(0);

    onRead.do = null;
    await api.updateFully(HOUSING);
    await expectBothSidesEqual();
  });
});

describe('a partial update', () => {
  /** Ids of documents that were pushed since the run began. */
  const pushedBy = async (index: string, stamp: number | null) =>
    (await engine.documents(index)).filter(({ _strapi }) => _strapi && _strapi.syncedAt >= stamp!);

  it('pushes only what its filters select, and leaves orphans alone', async () => {
    await api.updateFully(HOUSING);
    const [orphaned] = (await documentIdsOf(app.strapi, HOUSING)) as [string];
    await deleteRows(app.strapi, HOUSING, [orphaned]);
    const studios = await tableOf(app.strapi, HOUSING).where({ type: 'studio' }).select('document_id');

    const run = await api.updateFully(HOUSING, { filters: { type: { $eq: 'studio' } } });

    expect(run).toMatchObject({
      status: 'succeeded',
      counts: { total: studios.length, read: studios.length, pushed: studios.length, purged: 0 },
    });
    const pushed = (await pushedBy('housings', run.stamp)).map(({ _meilisearch_id }) => _meilisearch_id);
    expect(pushed.sort()).toEqual(studios.map(({ document_id }) => `housing-${document_id}`).sort());
    expect(await engine.ids('housings')).toContain(`housing-${orphaned}`);
  });

  it('pushes only the language it was asked for, and never purges even when told to', async () => {
    await api.updateFully(OFFER);
    const orphan = {
      _meilisearch_id: 'offer-aaaaaaaaaaaaaaaaaaaaaaaa-fr',
      _strapi: { uid: OFFER, syncedAt: 1, version: 'old' },
      locale: 'fr',
    };
    await engine.put('offers', [orphan]);
    const french = (await engine.documents('offers')).filter(({ locale }) => locale === 'fr').length - 1;

    const run = await api.updateFully(OFFER, { locale: 'fr', purge: true });

    expect(run.counts).toMatchObject({ total: french, pushed: french, purged: 0 });
    const pushed = await pushedBy('offers', run.stamp);
    expect(pushed).toHaveLength(french);
    expect(new Set(pushed.map(({ locale }) => locale))).toEqual(new Set(['fr']));
    expect(await engine.ids('offers')).toContain(orphan._meilisearch_id);
  });

  it('is a complete one where it is asked for all languages', async () => {
    const { counts } = await api.updateFully(OFFER, { locale: '*' });
    expect(counts.pushed).toBe((await engine.documents('offers')).length);
    expect(counts.purged).toBeGreaterThan(0);
  });

  it.each([
    [{ locale: 'fr' }, 'locale: api::housing.housing is not translated; leave it out'],
    [{ filters: { rent: { $below: 5 } } }, 'filters: api::housing.housing cannot be filtered by rent.$below'],
  ])('is refused that Strapi would make a complete one, or an empty one: %j', async (part, message) => {
    const { body } = await api.post(`/collections/${HOUSING}/update`, part).expect(400);
    expect(body.error.message).toBe(message);
  });
});

describe('pressing Update', () => {
  beforeEach(() => reading.shut());
  afterEach(() => reading.open());

  it('several times at once, or on another page, gives one run, and afterwards a new one', async () => {
    const presses = await Promise.all(Array.from({ length: 6 }, () => api.update(HOUSING)));
    const [run] = presses as [(typeof presses)[0]];
    expect(new Set(presses.map(({ id }) => id))).toEqual(new Set([run.id]));
    await eventually(() => expect(reading.waiting).toBeGreaterThan(0));

    const otherPage = createAdminApi(app);
    expect((await otherPage.collection(HOUSING)).activeRun).toMatchObject({ id: run.id, status: 'running' });
    expect(await otherPage.update(HOUSING)).toMatchObject({ id: run.id, status: 'running' });
    reading.open();
    await api.finished(run);

    const next = await api.updateFully(HOUSING);
    expect(next.id).toBeGreaterThan(run.id);
    const { body } = await api.get(`/runs?uid=${HOUSING}`).expect(200);
    expect(body.data.slice(0, 2).map(({ id }: { id: number }) => id)).toEqual([next.id, run.id]);
  });

  it('while another collection is updated gives each its own run', async () => {
    const [housings, offers] = await Promise.all([api.update(HOUSING), api.update(OFFER)]);
    expect(housings.id).not.toBe(offers.id);
    reading.open();
    expect((await api.finished(housings)).status).toBe('succeeded');
    expect((await api.finished(offers)).status).toBe('succeeded');
  });
});

describe('canceling an update', () => {
  afterEach(() => reading.open());

  it('ends it early, purges nothing and leaves every document where it is', async () => {
    await api.updateFully(HOUSING);
    const [orphaned] = (await documentIdsOf(app.strapi, HOUSING)) as [string];
    await deleteRows(app.strapi, HOUSING, [orphaned]);
    const before = await engine.ids('housings');
    const run = await updateHeldUp();

    await api.cancel(run);
    reading.open();
    const canceled = await api.finished(run);

    expect(canceled).toMatchObject({ status: 'canceled', phase: null, finishedAt: expect.any(String) });
    expect(canceled.counts.read).toBeLessThan(canceled.counts.total!);
    expect(canceled.counts.purged).toBe(0);
    expect(await engine.ids('housings')).toEqual(before);
    await api.untilCollection(HOUSING, { activeRun: null, lastUpdate: { id: run.id } });
  });

  it('does not get in the way of the next one', async () => {
    const run = await updateHeldUp();
    await api.cancel(run);
    reading.open();
    await api.finished(run);

    expect((await api.updateFully(HOUSING)).status).toBe('succeeded');
    await expectBothSidesEqual();
  });

  it('makes room for a new one at once', async () => {
    const run = await updateHeldUp();
    await api.cancel(run);
    const next = await api.update(HOUSING);
    reading.open();

    expect((await api.finished(run)).status).toBe('canceled');
    expect((await api.finished(next)).status).toBe('succeeded');
  });

  it('is refused once it is over', async () => {
    const run = await api.updateFully(HOUSING);
    const { body } = await api.post(`/runs/${run.id}/cancel`).expect(409);
    expect(body.error).toMatchObject({ status: 409, name: 'ConflictError', message: expect.stringContaining('over') });
    expect((await api.run(run.id)).status).toBe('succeeded');
  });

  it('needs a run that exists', async () => {
    await api.post('/runs/999999/cancel').expect(404);
  });
});

describe('the settings of an index', () => {
  it('are those declared, with what the plugin filters by', async () => {
    const settings = await engine.client.index('housings').getSettings();
    expect(settings.filterableAttributes).toEqual(expect.arrayContaining(['rent', '_strapi.uid', '_strapi.syncedAt']));
    expect(settings.sortableAttributes).toEqual(['rent', 'surface']);
    expect(settings.rankingRules![0]).toBe('sort');
    expect((await engine.client.index('offers').getSettings()).searchableAttributes).toEqual(['title', 'description']);
  });

  it('name every field as searchable, but none of the plugin', async () => {
    const { searchableAttributes } = await engine.client.index('housings').getSettings();
    expect(searchableAttributes).toEqual(expect.arrayContaining(['title', 'description', 'rent', 'documentId']));
    expect(searchableAttributes).not.toContain('*');
    expect(searchableAttributes!.filter((field) => /^(_strapi|_meilisearch_id)/.test(field))).toEqual([]);
    const [document] = await engine.documents('housings', { limit: 1 });
    const { hits } = await engine.client.index('housings').search(String(document!._strapi!.syncedAt));
    expect(hits).toEqual([]);
  });

  it('that somebody set by hand survive an update', async () => {
    await engine.changeSettings('housings', {
      filterableAttributes: ['surface', 'furnished', 'rent', '_strapi.uid', '_strapi.syncedAt'],
      stopWords: ['the'],
    });
    expect((await api.updateFully(HOUSING)).status).toBe('succeeded');
    const settings = await engine.client.index('housings').getSettings();
    expect(settings.filterableAttributes).toEqual(expect.arrayContaining(['surface', 'furnished', 'rent']));
    expect(settings.stopWords).toEqual(['the']);
  });

  it('that the plugin needs come back when somebody dropped them', async () => {
    await engine.changeSettings('housings', { filterableAttributes: ['surface'], sortableAttributes: [] });
    await api.untilCollection(HOUSING, { indexedCount: null });

    expect((await api.updateFully(HOUSING)).status).toBe('succeeded');

    const settings = await engine.client.index('housings').getSettings();
    expect(settings.filterableAttributes).toEqual(
      expect.arrayContaining(['surface', 'rent', '_strapi.uid', '_strapi.syncedAt']),
    );
    expect(settings.sortableAttributes).toEqual(['rent', 'surface']);
    await expectBothSidesEqual();
  });

  it('that the engine refuses end the update with its own words', async () => {
    const run = await api.finished(await api.enable(SKILL));
    expect(run).toMatchObject({ status: 'failed', finishedAt: expect.any(String) });
    expect(run.error).toContain('`luck` ranking rule is invalid');
    await api.untilCollection(SKILL, { state: 'never-indexed', lastUpdate: { id: run.id } });
  });

  it('that the engine refuses hold up no other collection', async () => {
    await app.strapi.documents(SKILL).create({ data: { name: 'Patience' } });
    const run = await api.update(HOUSING);
    await eventually(async () => expect((await api.run(run.id)).status).toBe('succeeded'));
  });
});
