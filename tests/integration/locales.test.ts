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

/** What visitors find by locale, and what Strapi has published. */
const byLocale = (entries: readonly Record<string, unknown>[]) =>
  Object.fromEntries(entries.map(({ locale, salary }) => [locale, salary]));
const salaries = async (documentId: string) => byLocale(Object.values(await app.indexed('offers', documentId)));
const publishedSalaries = async (documentId: string) =>
  byLocale(await offers.findMany({ filters: { documentId }, locale: '*', status: 'published' }));

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

  it.concurrent('is no longer found at all once all its locales are unpublished at once', async () => {
    const [all, listed] = [await publishedInTwoLocales(), await publishedInTwoLocales()];
    expect(Object.keys({ ...(await titles(all)), ...(await titles(listed)) })).toHaveLength(4);
    await offers.unpublish({ documentId: all, locale: '*' });
    await offers.unpublish({ documentId: listed, locale: ['en', 'fr'] });
    expect({ ...(await titles(all)), ...(await titles(listed)) }).toEqual({});
  });

  it.concurrent('stays as it is published when its drafts are discarded, in one locale, some or all', async () => {
    const documentId = await publishedInTwoLocales();
    for (const locale of ['fr', ['en', 'fr'], '*']) {
      await offers.update({ documentId, data: { title: 'Cook' }, locale: 'en' });
      await offers.update({ documentId, data: { title: 'Cuisinier' }, locale: 'fr' });
      await offers.discardDraft({ documentId, locale });
      expect(await titles(documentId)).toEqual({ ...english(documentId), ...french(documentId) });
    }
  });

  it.concurrent('is cloned in one locale or in all, and found where the clone is published', async () => {
    const documentId = await publishedInTwoLocales();
    const clonedIn = async (locale: string) => (await offers.clone({ documentId, locale })).entries[0]!.documentId;
    const [one, all] = [await clonedIn('fr'), await clonedIn('*')];
    await offers.publish({ documentId: one, locale: '*' });
    await offers.publish({ documentId: all, locale: '*' });
    expect(await titles(one)).toEqual(french(one));
    expect(await titles(all)).toEqual({ ...english(all), ...french(all) });
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

  it.concurrent('is no longer found in the locales of a list once these are deleted', async () => {
    const documentId = await publishedInTwoLocales();
    expect(Object.keys(await titles(documentId))).toHaveLength(2);
    await offers.delete({ documentId, locale: ['fr', 'de'] });
    expect(await titles(documentId)).toEqual(english(documentId));
  });

  it.concurrent('shows a field that all locales share in each of them, in whichever it was edited', async () => {
    const documentId = await publishedInTwoLocales({ salary: 600 });
    await offers.update({ documentId, data: { salary: 900 }, locale: 'en', status: 'published' });
    expect(await app.indexed('offers', documentId)).toMatchObject({
      [`offer-${documentId}-en`]: { salary: 900 },
      [`offer-${documentId}-fr`]: { salary: 900 },
    });
  });

  it.concurrent('shows a field that all locales share as it is published, while a draft of it is saved', async () => {
    const documentId = await publishedInTwoLocales({ salary: 600 });
    await offers.update({ documentId, data: { salary: 900 }, locale: 'fr' });
    expect(await salaries(documentId)).toEqual({ en: 600, fr: 600 });

    await offers.publish({ documentId, locale: 'fr' });
    expect(await salaries(documentId)).toEqual(await publishedSalaries(documentId));
    expect(await salaries(documentId)).toMatchObject({ fr: 900 });

    await offers.publish({ documentId, locale: '*' });
    expect(await salaries(documentId)).toEqual({ en: 900, fr: 900 });
  });
});

const authorized = (request: ReturnType<typeof app.http.post>) => request.auth(app.admin.token, { type: 'bearer' });

it('finds nothing more in a locale that is removed from the site', async () => {
  const german = { code: 'de', name: 'German (de)', isDefault: false };
  const { body: locale } = await authorized(app.http.post('/i18n/locales')).send(german).expect(200);
  const { documentId } = await offers.create({ data: anOffer({ title: 'Baker' }), locale: 'en', status: 'published' });
  await offers.update({ documentId, data: anOffer({ title: 'Bäcker' }), locale: 'de', status: 'published' });
  expect(await titles(documentId)).toEqual({ ...english(documentId), [`offer-${documentId}-de`]: 'Bäcker' });

  await authorized(app.http.delete(`/i18n/locales/${locale.id}`)).expect(200);
  expect(await titles(documentId)).toEqual(english(documentId));
});

it('holds nothing but the default locale after an update, once another one is the default', async () => {
  const homepage = app.documents('api::homepage.homepage');
  const { documentId } = await homepage.create({ data: { title: 'Welcome' }, locale: 'en', status: 'published' });
  await homepage.update({ documentId, data: { title: 'Bienvenue' }, locale: 'fr', status: 'published' });
  const makeDefault = async (code: string) => {
    const { body: locales } = await authorized(app.http.get('/i18n/locales')).expect(200);
    const { id, name } = locales.find((locale: { code: string }) => locale.code === code);
    await authorized(app.http.put(`/i18n/locales/${id}`))
      .send({ name, isDefault: true })
      .expect(200);
    await app.sync.waitForRun((await app.sync.update('api::homepage.homepage')).id);
  };
  const found = () => app.titles('homepages', documentId);
  expect(await found()).toEqual({ [`homepage-${documentId}-en`]: 'Welcome' });
  try {
    await makeDefault('fr');
    expect(await found()).toEqual({ [`homepage-${documentId}-fr`]: 'Bienvenue' });
  } finally {
    await makeDefault('en');
    await homepage.delete({ documentId, locale: '*' });
  }
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
