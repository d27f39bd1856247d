import { anOffer } from '../support/entries';
import { bootSynced, type Documents, type SyncedPlayground } from '../support/synced-playground';

let app: SyncedPlayground;
let offers: Documents;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/locales') });
  offers = app.documents('api::offer.offer');
}, 120_000);

afterAll(() => app.stop());

const titles = (documentId: string) => app.titles('offers', documentId);

/** An offer with drafts in two locales. */
async function draftInTwoLocales(fields: object = {}): Promise<string> {
  const { documentId } = await offers.create({ data: anOffer({ title: 'Baker', ...fields }), locale: 'en' });
  await offers.update({ documentId, data: anOffer({ title: 'Boulanger', ...fields }), locale: 'fr' });
  return documentId;
}

/** An offer that is published in two locales. */
async function publishedInTwoLocales(fields: object = {}): Promise<string> {
  const documentId = await draftInTwoLocales(fields);
  await offers.publish({ documentId, locale: '*' });
  return documentId;
}

const english = (documentId: string, title = 'Baker') => ({ [`offer-${documentId}-en`]: title });
const french = (documentId: string, title = 'Boulanger') => ({ [`offer-${documentId}-fr`]: title });

describe('an offer in several locales', () => {
  it.concurrent('is found in each locale that is published, by an id for each', async () => {
    const documentId = await draftInTwoLocales();
    expect(await titles(documentId)).toEqual({});

    await offers.publish({ documentId, locale: 'en' });
    expect(await titles(documentId)).toEqual(english(documentId));

    await offers.publish({ documentId, locale: 'fr' });
    expect(await titles(documentId)).toEqual({ ...english(documentId), ...french(documentId) });
  });

  it.concurrent('is found in all locales once all are published at once', async () => {
    const documentId = await publishedInTwoLocales();
    expect(await titles(documentId)).toEqual({ ...english(documentId), ...french(documentId) });
  });

  it.concurrent('is found in all locales of a list once these are published', async () => {
    const documentId = await draftInTwoLocales();
    await offers.publish({ documentId, locale: ['en', 'fr'] });
    expect(await titles(documentId)).toEqual({ ...english(documentId), ...french(documentId) });
  });

  it.concurrent('is found in a locale that is added and published later', async () => {
    const { documentId } = await offers.create({
      data: anOffer({ title: 'Baker' }),
      locale: 'en',
      status: 'published',
    });
    expect(await titles(documentId)).toEqual(english(documentId));

    await offers.update({ documentId, data: anOffer({ title: 'Boulanger' }), locale: 'fr', status: 'published' });
    expect(await titles(documentId)).toEqual({ ...english(documentId), ...french(documentId) });
  });

  it.concurrent('changes in one locale and stays as it is in the other', async () => {
    const documentId = await publishedInTwoLocales();
    await offers.update({ documentId, data: { title: 'Pâtissier' }, locale: 'fr', status: 'published' });
    expect(await titles(documentId)).toEqual({ ...english(documentId), ...french(documentId, 'Pâtissier') });
  });

  it.concurrent('is no longer found in a locale that is unpublished', async () => {
    const documentId = await publishedInTwoLocales();
    expect(Object.keys(await titles(documentId))).toHaveLength(2);
    await offers.unpublish({ documentId, locale: 'en' });
    expect(await titles(documentId)).toEqual(french(documentId));
  });

  it.concurrent('is no longer found in a locale that is deleted', async () => {
    const documentId = await publishedInTwoLocales();
    expect(Object.keys(await titles(documentId))).toHaveLength(2);
    await offers.delete({ documentId, locale: 'fr' });
    expect(await titles(documentId)).toEqual(english(documentId));
  });

  it.concurrent('is no longer found at all once all its locales are deleted', async () => {
    const documentId = await publishedInTwoLocales();
    expect(Object.keys(await titles(documentId))).toHaveLength(2);
    await offers.delete({ documentId, locale: '*' });
    expect(await titles(documentId)).toEqual({});
  });

  it.concurrent('shows a field that all locales share in each of them, in whichever it was edited', async () => {
    const documentId = await publishedInTwoLocales({ salary: 600 });
    await offers.update({ documentId, data: { salary: 900 }, locale: 'en', status: 'published' });
    expect(await app.indexed('offers', documentId)).toMatchObject({
      [`offer-${documentId}-en`]: { salary: 900 },
      [`offer-${documentId}-fr`]: { salary: 900 },
    });
  });
});

it('finds nothing more in a locale that is removed from the site', async () => {
  const authorized = (request: ReturnType<typeof app.http.post>) => request.auth(app.admin.token, { type: 'bearer' });
  const german = { code: 'de', name: 'German (de)', isDefault: false };
  const { body: locale } = await authorized(app.http.post('/i18n/locales')).send(german).expect(200);
  const { documentId } = await offers.create({ data: anOffer({ title: 'Baker' }), locale: 'en', status: 'published' });
  await offers.update({ documentId, data: anOffer({ title: 'Bäcker' }), locale: 'de', status: 'published' });
  expect(await titles(documentId)).toEqual({ ...english(documentId), [`offer-${documentId}-de`]: 'Bäcker' });

  await authorized(app.http.delete(`/i18n/locales/${locale.id}`)).expect(200);
  expect(await titles(documentId)).toEqual(english(documentId));
});

describe('a collection', () => {
  it.concurrent('of one locale holds that locale alone', async () => {
    const skills = app.documents('api::skill.skill');
    const { documentId } = await skills.create({ data: { name: 'Baking' }, locale: 'en' });
    expect(await app.titles('skills', documentId)).toEqual({});

    await skills.update({ documentId, data: { name: 'Boulangerie' }, locale: 'fr' });
    expect(await app.titles('skills', documentId)).toEqual({ [`skill-${documentId}-fr`]: 'Boulangerie' });

    await skills.delete({ documentId, locale: 'fr' });
    expect(await app.titles('skills', documentId)).toEqual({});
  });

  it.concurrent('without a word on locales holds the default one alone', async () => {
    const homepage = app.documents('api::homepage.homepage');
    const { documentId } = await homepage.create({ data: { title: 'Welcome' }, locale: 'en', status: 'published' });
    await homepage.update({ documentId, data: { title: 'Bienvenue' }, locale: 'fr', status: 'published' });
    expect(await app.titles('homepages', documentId)).toEqual({ [`homepage-${documentId}-en`]: 'Welcome' });
  });
});
