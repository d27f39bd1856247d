/** @database-sensitive */

import type { Failure } from '../../server/src/contract';
import { type AdminApi, createAdminApi } from '../support/admin-api';
import { aHousing, anOffer } from '../support/entries';
import { eventually } from '../support/eventually';
import { newDocumentId } from '../support/rows';
import { bootSynced, type Documents, type SyncedPlayground } from '../support/synced-playground';
import { pictures } from './configs/membership';

const HOUSING = 'api::housing.housing';
const CITY = 'api::city.city';
const COMPANY = 'api::company.company';
const OWNER = 'api::owner.owner';
const SYNCED = [...['offer', 'skill', 'homepage'].map((name) => `api::${name}.${name}`), HOUSING, CITY, COMPANY, OWNER];

let app: SyncedPlayground;
let api: AdminApi;
let offers: Documents;
let housings: Documents;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/membership') });
  api = createAdminApi(app);
  offers = app.documents('api::offer.offer');
  housings = app.documents(HOUSING);
}, 120_000);

afterAll(() => app.stop());

/** The failures of some documents, once all that was saved so far is dealt with. */
async function failuresOf(...documentIds: string[]): Promise<Failure[]> {
  await app.sync.settle();
  const { body } = await api.get('/failures?pageSize=100').expect(200);
  return body.data.filter((failure: Failure) => documentIds.includes(failure.documentId));
}

const housingTitles = (documentId: string) => app.titles('housings', documentId);

describe('an entry', () => {
  it.concurrent('is left out as long as filterEntry says so', async () => {
    const { documentId } = await offers.create({ data: anOffer({ reference: 'internal' }), status: 'published' });
    expect(await app.titles('offers', documentId)).toEqual({});

    await offers.update({ documentId, data: { reference: 'public' }, status: 'published' });
    expect(Object.keys(await app.titles('offers', documentId))).toEqual([`offer-${documentId}-en`]);

    await offers.update({ documentId, data: { reference: 'internal' }, status: 'published' });
    expect(await app.titles('offers', documentId)).toEqual({});
  });

  it.concurrent('is in the index as long as the filters of entriesQuery let it in', async () => {
    const { documentId } = await offers.create({ data: anOffer({ type: 'part-time' }), status: 'published' });
    expect(await app.titles('offers', documentId)).toEqual({});

    await offers.update({ documentId, data: { type: 'internship' }, status: 'published' });
    expect(Object.keys(await app.titles('offers', documentId))).toEqual([`offer-${documentId}-en`]);

    await offers.update({ documentId, data: { type: 'part-time' }, status: 'published' });
    expect(await app.titles('offers', documentId)).toEqual({});
  });

  it.concurrent('is found by what transformEntry makes of it, and by no more', async () => {
    const { documentId } = await housings.create({ data: aHousing({ title: 'Mill', description: 'Humid.' }) });
    const found = await app.indexed('housings', documentId);
    expect(found).toEqual({
      [`housing-${documentId}`]: {
        _meilisearch_id: `housing-${documentId}`,
        _strapi: { uid: HOUSING, syncedAt: expect.any(Number), version: expect.any(String) },
        title: 'Mill',
        rent: 300,
      },
    });
    expect(await app.search('housings', 'Humid')).toEqual([]);
  });

  it.concurrent('is found by a field that no earlier document had', async () => {
    const { documentId } = await housings.create({ data: aHousing({ description: 'Near Hagia Sophia.' }) });
    await app.sync.settle();
    const hits = await app.search('housings', 'Sophia');
    expect(hits.map(({ _meilisearch_id }) => _meilisearch_id)).toEqual([`housing-${documentId}`]);
  });

  it.concurrent('loses a field that transformEntry drops', async () => {
    const { documentId } = await housings.create({ data: aHousing({ description: 'Near Tower Bridge.' }) });
    const found = async () => (await app.indexed('housings', documentId))[`housing-${documentId}`];
    expect(await found()).toMatchObject({ landmark: 'Tower Bridge' });
    await housings.update({ documentId, data: { description: 'By the river.' } });
    expect(await found()).not.toHaveProperty('landmark');
    expect(await app.search('housings', 'Bridge')).toEqual([]);
  });

  it.concurrent('holds of itself and of others the fields that entriesQuery names, others in its order', async () => {
    const { documentId, id } = await app.documents(COMPANY).create({ data: { name: 'Mill & Co', sector: 'Food' } });
    for (const [title, type] of Object.entries({ Baker: 'internship', Driver: 'internship', Cleaner: 'part-time' })) {
      await offers.create({ data: anOffer({ title, type, company: documentId }), status: 'published' });
    }
    const embedded = (title: string) => ({ id: expect.any(Number), documentId: expect.any(String), title });
    expect(Object.values(await app.indexed('contacts', documentId))).toEqual([
      {
        _meilisearch_id: `company-${documentId}`,
        _strapi: expect.objectContaining({ uid: COMPANY }),
        id,
        documentId,
        name: 'Mill & Co',
        offers: [embedded('Driver'), embedded('Baker')],
      },
    ]);
  });

  it.concurrent('is in each of the indexes of its collection', async () => {
    const skills = app.documents('api::skill.skill');
    const { documentId } = await skills.create({ data: { name: 'Juggling' } });
    await app.sync.settle();
    for (const index of ['skills', 'competences']) {
      expect(await app.indexed(index, documentId)).toMatchObject({ [`skill-${documentId}-en`]: { name: 'Juggling' } });
    }

    await skills.delete({ documentId });
    for (const index of ['skills', 'competences']) expect(await app.indexed(index, documentId)).toEqual({});
  });

  it.concurrent('that cannot be transformed is a failure with its cause, and holds up nobody', async () => {
    const broken = await housings.create({ data: aHousing({ title: 'Broken barn' }) });
    const sound = await housings.create({ data: aHousing({ title: 'Sound barn' }) });
    expect(await housingTitles(sound.documentId)).toEqual({ [`housing-${sound.documentId}`]: 'Sound barn' });
    expect(await housingTitles(broken.documentId)).toEqual({});
    expect(await failuresOf(broken.documentId, sound.documentId)).toEqual([
      {
        id: expect.any(Number),
        uid: HOUSING,
        documentId: broken.documentId,
        locale: null,
        index: null,
        stage: 'transform',
        message: 'Broken barn has no roof',
        hint: expect.stringContaining('transformEntry'),
        attempts: 1,
        firstAt: expect.any(String),
        lastAt: expect.any(String),
        nextAttemptAt: expect.any(String),
      },
    ]);
  });

  it.concurrent('that fails keeps its last good version in the index until it is mended', async () => {
    const { documentId } = await housings.create({ data: aHousing({ title: 'Tower' }) });
    await app.sync.settle();
    for (const attempts of [1, 2]) {
      await housings.update({ documentId, data: { title: `Broken tower, ${attempts}` } });
      expect(await housingTitles(documentId)).toEqual({ [`housing-${documentId}`]: 'Tower' });
      expect(await failuresOf(documentId)).toEqual([
        expect.objectContaining({ attempts, message: `Broken tower, ${attempts} has no roof` }),
      ]);
    }

    await housings.update({ documentId, data: { title: 'Mended tower' } });
    expect(await housingTitles(documentId)).toEqual({ [`housing-${documentId}`]: 'Mended tower' });
    expect(await failuresOf(documentId)).toEqual([]);
  });

  it.concurrent('that failed is no failure any more once it is deleted, nor in the index', async () => {
    const { documentId } = await housings.create({ data: aHousing({ title: 'Fort' }) });
    await app.sync.settle();
    await housings.update({ documentId, data: { title: 'Broken fort' } });
    expect(await failuresOf(documentId)).toHaveLength(1);
    await housings.delete({ documentId });
    expect(await housingTitles(documentId)).toEqual({});
    expect(await failuresOf(documentId)).toEqual([]);
  });

  it.concurrent('that fails in one locale leaves the other locales alone', async () => {
    const { documentId } = await offers.create({
      data: anOffer({ title: 'Baker' }),
      status: 'published',
      locale: 'en',
    });
    await offers.update({ documentId, data: anOffer({ title: 'Boulanger' }), status: 'published', locale: 'fr' });
    await app.sync.settle();
    await offers.update({ documentId, data: { title: 'Broken boulanger' }, status: 'published', locale: 'fr' });
    await offers.update({ documentId, data: { title: 'Master baker' }, status: 'published', locale: 'en' });
    expect(await app.titles('offers', documentId)).toEqual({
      [`offer-${documentId}-en`]: 'Master baker',
      [`offer-${documentId}-fr`]: 'Boulanger',
    });
    expect(await failuresOf(documentId)).toEqual([expect.objectContaining({ locale: 'fr' })]);
  });

  it.concurrent('whose id the engine does not take is a failure that says so, until it is deleted', async () => {
    const documentId = 'été';
    const ad = { ...aHousing({ title: 'Beach hut' }), documentId, publishedAt: new Date() };
    await app.strapi.db.query(HOUSING).create({ data: ad });
    expect(await failuresOf(documentId)).toEqual([
      expect.objectContaining({
        stage: 'push',
        message: expect.stringContaining(documentId),
        hint: expect.any(String),
      }),
    ]);
    await app.strapi.db.query(HOUSING).delete({ where: { documentId } });
    expect(await failuresOf(documentId)).toEqual([]);
  });

  it.concurrent('of which transformEntry makes no object is a failure that says so', async () => {
    const { documentId } = await housings.create({ data: aHousing({ title: 'Listed building' }) });
    expect(await failuresOf(documentId)).toEqual([
      expect.objectContaining({
        stage: 'transform',
        message: expect.stringContaining('transformEntry returned an array'),
      }),
    ]);
  });

  it.concurrent('that is not to blame for its failure is in the index once it is tried again', async () => {
    pictures.isAway = true;
    const { documentId } = await housings.create({ data: aHousing({ title: 'Pictured villa' }) });
    const [failure] = await failuresOf(documentId);
    expect(failure).toMatchObject({ message: 'no answer from the picture service' });

    pictures.isAway = false;
    await api.post('/failures/retry', { ids: [failure!.id] }).expect(202);
    await eventually(async () =>
      expect(await housingTitles(documentId)).toEqual({ [`housing-${documentId}`]: 'Pictured villa' }),
    );
    expect(await failuresOf(documentId)).toEqual([]);
  });
});

describe('a collection', () => {
  it('counts what transformEntry leaves out, and expects that much less in the index', async () => {
    const { documentId } = await housings.create({ data: aHousing({ title: 'Unlisted house' }) });
    expect(await housingTitles(documentId)).toEqual({});
    const before = await api.collection(HOUSING);
    expect(before).toMatchObject({ excludedCount: 1 });
    expect(before.expectedCount).toBe(before.databaseCount! - 1);

    await housings.update({ documentId, data: { title: 'House' } });
    expect(await housingTitles(documentId)).toEqual({ [`housing-${documentId}`]: 'House' });
    expect(await api.collection(HOUSING)).toMatchObject({ excludedCount: 0 });

    await housings.update({ documentId, data: { title: 'Unlisted again' } });
    expect(await housingTitles(documentId)).toEqual({});
    expect(await api.collection(HOUSING)).toMatchObject({ excludedCount: 1 });

    await housings.delete({ documentId });
    await app.sync.settle();
    expect(await api.collection(HOUSING)).toMatchObject({ excludedCount: 0 });
  });

  it('is said to fail as long as one of its entries does', async () => {
    const { documentId } = await app.documents(CITY).create({ data: { name: 'Ys', latitude: null } });
    await app.sync.settle();
    expect(await api.collection(CITY)).toMatchObject({ state: 'failing', failing: 1, pending: 0 });
    await app.documents(CITY).delete({ documentId });
    await app.sync.settle();
    expect(await api.collection(CITY)).toMatchObject({ failing: 0 });
  });

  it('of drafts holds the draft of each entry, whether that is published or not', async () => {
    const homepage = app.documents('api::homepage.homepage');
    const { documentId } = await homepage.create({ data: { title: 'Welcome' } });
    const previewed = (title: string) => ({ [`homepage-${documentId}-en`]: title });
    expect(await app.titles('previews', documentId)).toEqual(previewed('Welcome'));

    await homepage.publish({ documentId });
    await homepage.update({ documentId, data: { title: 'Welcome back' } });
    expect(await app.titles('previews', documentId)).toEqual(previewed('Welcome back'));

    await homepage.discardDraft({ documentId });
    await homepage.unpublish({ documentId });
    expect(await app.titles('previews', documentId)).toEqual(previewed('Welcome'));

    await homepage.delete({ documentId });
    expect(await app.titles('previews', documentId)).toEqual({});
  });
});

describe('a document that the engine refuses', () => {
  it('is told apart from the others of its batch, which are found', async () => {
    const places = ['Albi', 'Brest', 'Calais', 'Dole', 'Evian', 'Foix', 'Gap', 'Hyères'];
    const data = places.map((name, index) => ({
      name,
      latitude: name === 'Foix' ? null : 43 + index,
      longitude: 2,
      documentId: newDocumentId(),
      publishedAt: new Date(),
    }));
    await app.strapi.db.query(CITY).createMany({ data });
    await app.sync.settle();

    const found = (await app.engine.documents('cities')).map(({ name }) => name).sort();
    expect(found).toEqual(places.filter((name) => name !== 'Foix'));
    const foix = data.find(({ name }) => name === 'Foix')!.documentId;
    expect(await failuresOf(...data.map(({ documentId }) => documentId))).toEqual([
      expect.objectContaining({
        uid: CITY,
        documentId: foix,
        stage: 'push',
        message: expect.stringContaining(`city-${foix}`),
        hint: expect.stringContaining('`_geo`'),
      }),
    ]);

    await app.documents(CITY).update({ documentId: foix, data: { latitude: 42.96 } });
    await app.sync.settle();
    expect(await app.engine.documents('cities')).toHaveLength(8);
    expect(await failuresOf(foix)).toEqual([]);
  });

  it('does no harm to what is saved and deleted beside it, which the engine may work on together with it', async () => {
    const cities = app.documents(CITY);
    const gone = await cities.create({ data: { name: 'Sète', latitude: 43, longitude: 3 } });
    await app.sync.settle();

    const bad = await cities.create({ data: { name: 'Ys', latitude: null } });
    const good = await cities.create({ data: { name: 'Vannes', latitude: 47, longitude: -2 } });
    await cities.delete({ documentId: gone.documentId });
    expect(Object.keys(await app.indexed('cities', good.documentId))).toEqual([`city-${good.documentId}`]);
    expect(await app.indexed('cities', gone.documentId)).toEqual({});
    expect(await app.indexed('cities', bad.documentId)).toEqual({});
    expect(await failuresOf(good.documentId, gone.documentId, bad.documentId)).toEqual([
      expect.objectContaining({ documentId: bad.documentId }),
    ]);
  });

  it('keeps its last good version in the index', async () => {
    const cities = app.documents(CITY);
    const { documentId } = await cities.create({ data: { name: 'Royan', latitude: 45, longitude: -1 } });
    await app.sync.settle();
    await cities.update({ documentId, data: { name: 'Atlantis', latitude: null } });
    expect(await failuresOf(documentId)).toHaveLength(1);
    expect(await app.indexed('cities', documentId)).toMatchObject({ [`city-${documentId}`]: { name: 'Royan' } });
  });
});

describe('an update', () => {
  /** The version of every search document, by index and id. */
  async function versions(): Promise<Record<string, string>> {
    const indexes = await app.engine.indexNames();
    const documents = await Promise.all(
      indexes.map(async (index) =>
        (await app.engine.documents(index)).map(
          ({ _meilisearch_id: id, _strapi }) => [`${index}: ${id}`, _strapi!.version] as const,
        ),
      ),
    );
    return Object.fromEntries(documents.flat());
  }

  it('decides on every entry as a save does: after saves it changes nothing', async () => {
    for (const owner of ['Alix', 'Berthe', 'Carole']) {
      const { documentId } = await app.documents(OWNER).create({ data: { name: owner } });
      for (const rent of [300, 200]) {
        await housings.create({ data: aHousing({ title: `${owner}, ${rent}`, rent, owner: documentId }) });
      }
    }
    await app.sync.settle();
    const before = await versions();
    expect(Object.keys(before).length).toBeGreaterThan(8);

    for (const uid of SYNCED) {
      const { databaseCount } = await api.collection(uid);
      const { status, counts } = await api.updateFully(uid);
      expect({ uid, status, ...counts }).toMatchObject({
        status: expect.stringMatching(/^succeeded/),
        total: databaseCount,
        read: databaseCount,
        purged: 0,
      });
    }
    expect(await versions()).toEqual(before);
    const owners = (await app.engine.documents('contacts')).filter(({ _strapi }) => _strapi!.uid === OWNER);
    // The cheapest one of each: a limit within populate counts for each entry by itself.
    expect(owners.map(({ housings: own }) => own)).toEqual(
      ['Alix', 'Berthe', 'Carole'].map((owner) => [expect.objectContaining({ title: `${owner}, 200` })]),
    );
  });
});
