import { aHousing, anOffer } from '../support/entries';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

const OFFERS = '/content-manager/collection-types/api::offer.offer';
const HOMEPAGE = '/content-manager/single-types/api::homepage.homepage';

let app: SyncedPlayground;
/** A key of the REST API that may do everything. */
let apiToken: string;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/http-writes') });
  const tokens = app.strapi.service('admin::api-token');
  apiToken = (await tokens.create({ name: 'Writer', type: 'full-access', lifespan: null })).accessKey;
}, 120_000);

afterAll(() => app.stop());

const titles = (documentId: string) => app.titles('offers', documentId);

/** Presses a button of the Content Manager. */
async function press(path: string, body: object = {}) {
  const response = await app.http.post(path).auth(app.admin.token, { type: 'bearer' }).send(body);
  expect({ path, status: response.status, error: response.body.error }).toMatchObject({ error: undefined });
  return response.body.data;
}

/** Saves drafts and answers their documentIds. */
async function drafts(...names: string[]): Promise<string[]> {
  const documentIds: string[] = [];
  for (const title of names) documentIds.push((await press(OFFERS, anOffer({ title }))).documentId);
  return documentIds;
}

describe('in the Content Manager', () => {
  it.concurrent('saving a draft shows nothing to visitors, publishing it does', async () => {
    const [documentId] = (await drafts('Baker')) as [string];
    expect(await titles(documentId)).toEqual({});

    await press(`${OFFERS}/${documentId}/actions/publish`, anOffer({ title: 'Master baker' }));
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Master baker' });
  });

  it.concurrent('creating and publishing in one go shows the entry', async () => {
    const { documentId } = await press(`${OFFERS}/actions/publish`, anOffer({ title: 'Carpenter' }));
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Carpenter' });
  });

  it.concurrent('adding a translation shows it beside the original', async () => {
    const { documentId } = await press(`${OFFERS}/actions/publish`, anOffer({ title: 'Driver' }));
    await press(`${OFFERS}/${documentId}/actions/publish?locale=fr`, anOffer({ title: 'Chauffeur', locale: 'fr' }));
    expect(await titles(documentId)).toEqual({
      [`offer-${documentId}-en`]: 'Driver',
      [`offer-${documentId}-fr`]: 'Chauffeur',
    });
  });

  it.concurrent('unpublishing hides the entry, also when its draft is discarded with it', async () => {
    const kept = await press(`${OFFERS}/actions/publish`, anOffer());
    const discarded = await press(`${OFFERS}/actions/publish`, anOffer());
    await press(`${OFFERS}/${kept.documentId}/actions/unpublish`);
    await press(`${OFFERS}/${discarded.documentId}/actions/unpublish`, { discardDraft: true });
    expect(await titles(kept.documentId)).toEqual({});
    expect(await titles(discarded.documentId)).toEqual({});
  });

  it.concurrent('discarding a draft leaves the published entry alone', async () => {
    const { documentId } = await press(`${OFFERS}/actions/publish`, anOffer({ title: 'Editor' }));
    await app.http
      .put(`${OFFERS}/${documentId}`)
      .auth(app.admin.token, { type: 'bearer' })
      .send(anOffer({ title: 'Poet' }))
      .expect(200);
    await press(`${OFFERS}/${documentId}/actions/discard`);
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Editor' });
  });

  it.concurrent('publishing, unpublishing and deleting in bulk reaches every entry and no other', async () => {
    const documentIds = await drafts('Florist', 'Glazier', 'Hatter', 'Illustrator');
    const [florist, glazier, hatter, illustrator] = documentIds as [string, string, string, string];
    const found = async () => Object.assign({}, ...(await Promise.all(documentIds.map(titles))));
    expect(await found()).toEqual({});

    await press(`${OFFERS}/actions/bulkPublish`, { documentIds: [florist, glazier, hatter] });
    expect(await found()).toEqual({
      [`offer-${florist}-en`]: 'Florist',
      [`offer-${glazier}-en`]: 'Glazier',
      [`offer-${hatter}-en`]: 'Hatter',
    });

    await press(`${OFFERS}/actions/bulkUnpublish`, { documentIds: [florist] });
    await press(`${OFFERS}/actions/bulkDelete`, { documentIds: [hatter, illustrator] });
    expect(await found()).toEqual({ [`offer-${glazier}-en`]: 'Glazier' });
  });

  it.concurrent('deleting an entry hides it', async () => {
    const { documentId } = await press(`${OFFERS}/actions/publish`, anOffer());
    expect(Object.keys(await titles(documentId))).toHaveLength(1);
    await app.http.delete(`${OFFERS}/${documentId}`).auth(app.admin.token, { type: 'bearer' }).expect(200);
    expect(await titles(documentId)).toEqual({});
  });

  it.concurrent('publishing the homepage shows it as it is then', async () => {
    const { documentId } = await press(`${HOMEPAGE}/actions/publish`, { title: 'Welcome' });
    expect(await app.titles('homepages', documentId)).toEqual({ [`homepage-${documentId}-en`]: 'Welcome' });
    await press(`${HOMEPAGE}/actions/publish`, { title: 'Welcome back' });
    expect(await app.titles('homepages', documentId)).toEqual({ [`homepage-${documentId}-en`]: 'Welcome back' });
  });
});

describe('through the REST API', () => {
  const authorized = (request: ReturnType<typeof app.http.post>) => request.auth(apiToken, { type: 'bearer' });

  it.concurrent('an offer is found from its creation to its deletion', async () => {
    const created = await authorized(app.http.post('/api/offers'))
      .send({ data: anOffer({ title: 'Joiner' }) })
      .expect(201);
    const { documentId } = created.body.data;
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Joiner' });

    await authorized(app.http.put(`/api/offers/${documentId}`))
      .send({ data: { title: 'Master joiner' } })
      .expect(200);
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Master joiner' });

    await authorized(app.http.put(`/api/offers/${documentId}?status=draft`))
      .send({ data: { title: 'Retired joiner' } })
      .expect(200);
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Master joiner' });

    await authorized(app.http.delete(`/api/offers/${documentId}`)).expect(204);
    expect(await titles(documentId)).toEqual({});
  });

  it.concurrent('a housing ad is found from its creation to its deletion', async () => {
    const created = await authorized(app.http.post('/api/housings'))
      .send({ data: aHousing({ title: 'Loft' }) })
      .expect(201);
    const { documentId } = created.body.data;
    expect(await app.titles('housings', documentId)).toEqual({ [`housing-${documentId}`]: 'Loft' });

    await authorized(app.http.delete(`/api/housings/${documentId}`)).expect(204);
    expect(await app.titles('housings', documentId)).toEqual({});
  });
});
