import { aHousing, anOffer } from '../support/entries';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

let app: SyncedPlayground;
/** A key of the content API that may do everything. */
let apiToken: string;

beforeAll(async () => {
  app = await bootSynced({
    config: require.resolve('./configs/http-writes'),
    env: { PLAYGROUND_GRAPHQL: 'true' },
  });
  const tokens = app.strapi.service('admin::api-token');
  apiToken = (await tokens.create({ name: 'Writer', type: 'full-access', lifespan: null })).accessKey;
}, 120_000);

afterAll(() => app.stop());

const titles = (documentId: string) => app.titles('offers', documentId);
const english = (documentId: string, title: string) => ({ [`offer-${documentId}-en`]: title });
const french = (documentId: string, title: string) => ({ [`offer-${documentId}-fr`]: title });

describe('through the REST API', () => {
  async function request(method: 'post' | 'put' | 'delete', path: string, data?: object): Promise<string> {
    const response = await app.http[method](`/api${path}`).auth(apiToken, { type: 'bearer' }).send({ data });
    expect({ path, ok: response.ok, error: response.body.error }).toEqual({ path, ok: true });
    return response.body.data?.documentId;
  }

  it.concurrent('an offer is found from its creation to its deletion', async () => {
    const documentId = await request('post', '/offers', anOffer({ title: 'Joiner' }));
    expect(await titles(documentId)).toEqual(english(documentId, 'Joiner'));

    await request('put', `/offers/${documentId}`, { title: 'Master joiner' });
    expect(await titles(documentId)).toEqual(english(documentId, 'Master joiner'));

    await request('delete', `/offers/${documentId}`);
    expect(await titles(documentId)).toEqual({});
  });

  it.concurrent('an offer saved as a draft is found as it is published', async () => {
    const documentId = await request('post', '/offers?status=draft', anOffer({ title: 'Knitter' }));
    expect(await titles(documentId)).toEqual({});

    await request('put', `/offers/${documentId}?status=published`, { title: 'Master knitter' });
    expect(await titles(documentId)).toEqual(english(documentId, 'Master knitter'));

    await request('put', `/offers/${documentId}?status=draft`, { title: 'Retired knitter' });
    expect(await titles(documentId)).toEqual(english(documentId, 'Master knitter'));
  });

  it.concurrent('a translation is found until it is deleted, and the original stays', async () => {
    const documentId = await request('post', '/offers', anOffer({ title: 'Locksmith' }));
    await request('put', `/offers/${documentId}?locale=fr`, anOffer({ title: 'Serrurier' }));
    expect(await titles(documentId)).toEqual({
      ...english(documentId, 'Locksmith'),
      ...french(documentId, 'Serrurier'),
    });

    await request('put', `/offers/${documentId}?locale=fr&status=draft`, { title: 'Ancien serrurier' });
    expect(await titles(documentId)).toMatchObject(french(documentId, 'Serrurier'));

    await request('delete', `/offers/${documentId}?locale=fr`);
    expect(await titles(documentId)).toEqual(english(documentId, 'Locksmith'));
  });

  it.concurrent('an offer that exists in French alone is found from its creation to its deletion', async () => {
    const documentId = await request('post', '/offers?locale=fr', anOffer({ title: 'Menuisier' }));
    expect(await titles(documentId)).toEqual(french(documentId, 'Menuisier'));

    await request('delete', `/offers/${documentId}?locale=*`);
    expect(await titles(documentId)).toEqual({});
  });

  it.concurrent('a housing ad is found from its creation to its deletion', async () => {
    const documentId = await request('post', '/housings', aHousing({ title: 'Loft' }));
    expect(await app.titles('housings', documentId)).toEqual({ [`housing-${documentId}`]: 'Loft' });

    await request('put', `/housings/${documentId}`, { title: 'Bright loft' });
    expect(await app.titles('housings', documentId)).toEqual({ [`housing-${documentId}`]: 'Bright loft' });

    await request('delete', `/housings/${documentId}`);
    expect(await app.titles('housings', documentId)).toEqual({});
  });

  it('the homepage is found from its first save to its deletion', async () => {
    const documentId = await request('put', '/homepage', { title: 'Welcome' });
    expect(await app.titles('homepages', documentId)).toEqual({ [`homepage-${documentId}-en`]: 'Welcome' });

    await request('delete', '/homepage');
    expect(await app.titles('homepages', documentId)).toEqual({});
  });
});

describe('through GraphQL', () => {
  const MUTATIONS = {
    createOffer: `mutation ($data: OfferInput!, $status: PublicationStatus, $locale: I18NLocaleCode) {
      written: createOffer(data: $data, status: $status, locale: $locale) { documentId }
    }`,
    updateOffer: `mutation ($documentId: ID!, $data: OfferInput!, $status: PublicationStatus, $locale: I18NLocaleCode) {
      written: updateOffer(documentId: $documentId, data: $data, status: $status, locale: $locale) { documentId }
    }`,
    deleteOffer: `mutation ($documentId: ID!) {
      written: deleteOffer(documentId: $documentId) { documentId }
    }`,
    updateHomepage: `mutation ($data: HomepageInput!, $status: PublicationStatus) {
      written: updateHomepage(data: $data, status: $status) { documentId }
    }`,
    deleteHomepage: 'mutation { written: deleteHomepage { documentId } }',
  };

  /** Runs a mutation and answers the documentId of what it wrote. */
  async function mutate(mutation: keyof typeof MUTATIONS, variables: object = {}): Promise<string> {
    const body = { query: MUTATIONS[mutation], variables };
    const response = await app.http.post('/graphql').auth(apiToken, { type: 'bearer' }).send(body);
    expect({ mutation, errors: response.body.errors }).toEqual({ mutation, errors: undefined });
    return response.body.data.written.documentId;
  }

  it.concurrent('an offer is found from its creation to its deletion', async () => {
    const documentId = await mutate('createOffer', { data: anOffer({ title: 'Miller' }) });
    expect(await titles(documentId)).toEqual(english(documentId, 'Miller'));

    await mutate('updateOffer', { documentId, data: { title: 'Master miller' } });
    expect(await titles(documentId)).toEqual(english(documentId, 'Master miller'));

    await mutate('deleteOffer', { documentId });
    expect(await titles(documentId)).toEqual({});
  });

  it.concurrent('an offer saved as a draft is found as it is published', async () => {
    const documentId = await mutate('createOffer', { data: anOffer({ title: 'Nurse' }), status: 'DRAFT' });
    expect(await titles(documentId)).toEqual({});

    await mutate('updateOffer', { documentId, data: { title: 'Head nurse' }, status: 'PUBLISHED' });
    expect(await titles(documentId)).toEqual(english(documentId, 'Head nurse'));

    await mutate('updateOffer', { documentId, data: { title: 'Retired nurse' }, status: 'DRAFT' });
    expect(await titles(documentId)).toEqual(english(documentId, 'Head nurse'));
  });

  it.concurrent('a translation is found, also once the original is deleted', async () => {
    const documentId = await mutate('createOffer', { data: anOffer({ title: 'Optician' }) });
    await mutate('updateOffer', { documentId, data: anOffer({ title: 'Opticien' }), locale: 'fr' });
    expect(await titles(documentId)).toEqual({
      ...english(documentId, 'Optician'),
      ...french(documentId, 'Opticien'),
    });

    // Strapi has it delete the default locale, whichever it is asked to.
    await mutate('deleteOffer', { documentId });
    expect(await titles(documentId)).toEqual(french(documentId, 'Opticien'));
  });

  it('the homepage is found from its first save to its deletion', async () => {
    const documentId = await mutate('updateHomepage', { data: { title: 'Welcome' } });
    expect(await app.titles('homepages', documentId)).toEqual({ [`homepage-${documentId}-en`]: 'Welcome' });

    await mutate('deleteHomepage');
    expect(await app.titles('homepages', documentId)).toEqual({});
  });
});
