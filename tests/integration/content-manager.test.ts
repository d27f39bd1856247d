import { aHousing, anOffer } from '../support/entries';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

const OFFERS = '/content-manager/collection-types/api::offer.offer';
const HOUSINGS = '/content-manager/collection-types/api::housing.housing';
const HOMEPAGE = '/content-manager/single-types/api::homepage.homepage';

let app: SyncedPlayground;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/http-writes') });
}, 120_000);

afterAll(() => app.stop());

/** What the Content Manager asks of the server. */
async function request(method: 'post' | 'put' | 'delete', path: string, body: object = {}) {
  const response = await app.http[method](path).auth(app.admin.token, { type: 'bearer' }).send(body);
  expect({ path, ok: response.ok, error: response.body.error }).toEqual({ path, ok: true });
  return response.body.data;
}

const press = (path: string, body?: object) => request('post', path, body);
const save = (path: string, body: object) => request('put', path, body);

/** Saves drafts and answers their documentIds. */
async function drafts(...names: string[]): Promise<string[]> {
  const documentIds: string[] = [];
  for (const title of names) documentIds.push((await press(OFFERS, anOffer({ title }))).documentId);
  return documentIds;
}

/** An offer that is published in both languages. */
async function publishedInTwoLocales(english: string, french: string): Promise<string> {
  const { documentId } = await press(`${OFFERS}/actions/publish`, anOffer({ title: english }));
  await press(`${OFFERS}/${documentId}/actions/publish?locale=fr`, anOffer({ title: french, locale: 'fr' }));
  return documentId;
}

const titles = (documentId: string) => app.titles('offers', documentId);

const allTitles = async (documentIds: readonly string[]) =>
  Object.assign({}, ...(await Promise.all(documentIds.map(titles)))) as Record<string, unknown>;

describe('an offer', () => {
  it.concurrent('is not found while its draft is saved, but once it is published', async () => {
    const [documentId] = (await drafts('Baker')) as [string];
    expect(await titles(documentId)).toEqual({});

    await press(`${OFFERS}/${documentId}/actions/publish`, anOffer({ title: 'Master baker' }));
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Master baker' });
  });

  it.concurrent('is found when it is created and published in one go', async () => {
    const { documentId } = await press(`${OFFERS}/actions/publish`, anOffer({ title: 'Carpenter' }));
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Carpenter' });
  });

  it.concurrent('is found as it is published while its draft is edited, and after the draft is discarded', async () => {
    const { documentId } = await press(`${OFFERS}/actions/publish`, anOffer({ title: 'Editor' }));
    await save(`${OFFERS}/${documentId}`, anOffer({ title: 'Poet' }));
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Editor' });

    await press(`${OFFERS}/${documentId}/actions/discard`);
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Editor' });
  });

  it.concurrent('is no longer found once it is unpublished, also when its draft is discarded with it', async () => {
    const kept = await press(`${OFFERS}/actions/publish`, anOffer());
    const discarded = await press(`${OFFERS}/actions/publish`, anOffer());
    expect(Object.keys(await allTitles([kept.documentId, discarded.documentId]))).toHaveLength(2);

    await press(`${OFFERS}/${kept.documentId}/actions/unpublish`);
    await press(`${OFFERS}/${discarded.documentId}/actions/unpublish`, { discardDraft: true });
    expect(await allTitles([kept.documentId, discarded.documentId])).toEqual({});
  });

  it.concurrent('is no longer found once it is deleted', async () => {
    const { documentId } = await press(`${OFFERS}/actions/publish`, anOffer());
    expect(Object.keys(await titles(documentId))).toHaveLength(1);
    await request('delete', `${OFFERS}/${documentId}`);
    expect(await titles(documentId)).toEqual({});
  });

  it.concurrent('stays the only one found when it is duplicated, until the duplicate is published', async () => {
    const { documentId } = await press(`${OFFERS}/actions/publish`, anOffer({ title: 'Roofer' }));
    const duplicate = await press(`${OFFERS}/clone/${documentId}`, anOffer({ title: 'Second roofer' }));
    expect(duplicate.documentId).not.toBe(documentId);
    expect(await allTitles([documentId, duplicate.documentId])).toEqual({ [`offer-${documentId}-en`]: 'Roofer' });

    await press(`${OFFERS}/${duplicate.documentId}/actions/publish`);
    expect(await allTitles([documentId, duplicate.documentId])).toEqual({
      [`offer-${documentId}-en`]: 'Roofer',
      [`offer-${duplicate.documentId}-en`]: 'Second roofer',
    });
  });
});

describe('many offers at once', () => {
  it.concurrent('are published, unpublished and deleted, and no other is', async () => {
    const documentIds = await drafts('Florist', 'Glazier', 'Hatter', 'Illustrator');
    const [florist, glazier, hatter, illustrator] = documentIds as [string, string, string, string];
    expect(await allTitles(documentIds)).toEqual({});

    await press(`${OFFERS}/actions/bulkPublish`, { documentIds: [florist, glazier, hatter] });
    expect(await allTitles(documentIds)).toEqual({
      [`offer-${florist}-en`]: 'Florist',
      [`offer-${glazier}-en`]: 'Glazier',
      [`offer-${hatter}-en`]: 'Hatter',
    });

    await press(`${OFFERS}/actions/bulkUnpublish`, { documentIds: [florist] });
    await press(`${OFFERS}/actions/bulkDelete`, { documentIds: [hatter, illustrator] });
    expect(await allTitles(documentIds)).toEqual({ [`offer-${glazier}-en`]: 'Glazier' });
  });

  it.concurrent('are published and unpublished in several languages', async () => {
    const documentIds = await drafts('Mason', 'Nurse');
    const [mason, nurse] = documentIds as [string, string];
    await save(`${OFFERS}/${mason}?locale=fr`, anOffer({ title: 'Maçon', locale: 'fr' }));
    await save(`${OFFERS}/${nurse}?locale=fr`, anOffer({ title: 'Infirmier', locale: 'fr' }));
    const all = {
      [`offer-${mason}-en`]: 'Mason',
      [`offer-${mason}-fr`]: 'Maçon',
      [`offer-${nurse}-en`]: 'Nurse',
      [`offer-${nurse}-fr`]: 'Infirmier',
    };

    await press(`${OFFERS}/actions/bulkPublish`, { documentIds, locale: ['en', 'fr'] });
    expect(await allTitles(documentIds)).toEqual(all);

    await press(`${OFFERS}/actions/bulkUnpublish`, { documentIds: [mason], locale: ['en', 'fr'] });
    await press(`${OFFERS}/actions/bulkUnpublish`, { documentIds: [nurse], locale: ['en'] });
    expect(await allTitles(documentIds)).toEqual({ [`offer-${nurse}-fr`]: 'Infirmier' });
  });
});

describe('a translation', () => {
  it.concurrent('is found beside the original', async () => {
    const documentId = await publishedInTwoLocales('Driver', 'Chauffeur');
    expect(await titles(documentId)).toEqual({
      [`offer-${documentId}-en`]: 'Driver',
      [`offer-${documentId}-fr`]: 'Chauffeur',
    });
  });

  it.concurrent('is no longer found once it is unpublished, and the original is', async () => {
    const documentId = await publishedInTwoLocales('Optician', 'Opticien');
    expect(Object.keys(await titles(documentId))).toHaveLength(2);
    await press(`${OFFERS}/${documentId}/actions/unpublish`, { locale: 'fr' });
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Optician' });
  });

  it.concurrent('is no longer found once it is deleted, and the original is', async () => {
    const documentId = await publishedInTwoLocales('Potter', 'Potier');
    expect(Object.keys(await titles(documentId))).toHaveLength(2);
    await request('delete', `${OFFERS}/${documentId}?locale=fr`);
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Potter' });
  });

  it.concurrent('and the original are no longer found once all versions are deleted', async () => {
    const documentId = await publishedInTwoLocales('Quilter', 'Couturier');
    expect(Object.keys(await titles(documentId))).toHaveLength(2);
    await request('delete', `${OFFERS}/${documentId}?locale=*`);
    expect(await titles(documentId)).toEqual({});
  });
});

describe('a housing ad, which has no drafts', () => {
  it.concurrent('is found as it was last saved, and so is its duplicate', async () => {
    const ad = (documentId: string) => app.titles('housings', documentId);
    const { documentId } = await press(HOUSINGS, aHousing({ title: 'Studio' }));
    expect(await ad(documentId)).toEqual({ [`housing-${documentId}`]: 'Studio' });

    await save(`${HOUSINGS}/${documentId}`, aHousing({ title: 'Large studio' }));
    expect(await ad(documentId)).toEqual({ [`housing-${documentId}`]: 'Large studio' });

    const duplicate = await press(`${HOUSINGS}/auto-clone/${documentId}`);
    expect(await ad(duplicate.documentId)).toEqual({ [`housing-${duplicate.documentId}`]: 'Large studio' });

    await press(`${HOUSINGS}/actions/bulkDelete`, { documentIds: [documentId] });
    expect(await ad(documentId)).toEqual({});
    expect(Object.keys(await ad(duplicate.documentId))).toHaveLength(1);
  });
});

it('finds the homepage as it is published, until it is deleted', async () => {
  const { documentId } = await press(`${HOMEPAGE}/actions/publish`, { title: 'Welcome' });
  const homepage = () => app.titles('homepages', documentId);
  expect(await homepage()).toEqual({ [`homepage-${documentId}-en`]: 'Welcome' });

  await save(HOMEPAGE, { title: 'Welcome home' });
  expect(await homepage()).toEqual({ [`homepage-${documentId}-en`]: 'Welcome' });
  await press(`${HOMEPAGE}/actions/discard`);
  expect(await homepage()).toEqual({ [`homepage-${documentId}-en`]: 'Welcome' });

  await press(`${HOMEPAGE}/actions/publish`, { title: 'Welcome back' });
  await press(`${HOMEPAGE}/actions/publish?locale=fr`, { title: 'Bienvenue', locale: 'fr' });
  expect(await homepage()).toEqual({
    [`homepage-${documentId}-en`]: 'Welcome back',
    [`homepage-${documentId}-fr`]: 'Bienvenue',
  });

  await press(`${HOMEPAGE}/actions/unpublish`);
  expect(await homepage()).toEqual({ [`homepage-${documentId}-fr`]: 'Bienvenue' });

  await request('delete', `${HOMEPAGE}?locale=fr`);
  expect(await homepage()).toEqual({});
});
