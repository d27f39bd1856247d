import { aHousing, anOffer } from '../support/entries';
import { bootSynced, type Documents, type SyncedPlayground } from '../support/synced-playground';

const OFFER = 'api::offer.offer';

let app: SyncedPlayground;
let offers: Documents;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/documents') });
  offers = app.documents(OFFER);
}, 120_000);

afterAll(() => app.stop());

const titles = (documentId: string) => app.titles('offers', documentId);

/** Strapi's own unpublishing deletes the published row instead. */
const turnToDraft = (documentId: string) =>
  app.strapi.db
    .query(OFFER)
    .update({ where: { documentId, publishedAt: { $notNull: true } }, data: { publishedAt: null } });

describe('an offer', () => {
  it.concurrent('is not found while it is a draft', async () => {
    const { documentId } = await offers.create({ data: anOffer() });
    expect(await titles(documentId)).toEqual({});
  });

  it.concurrent('is found as soon as it is created as published', async () => {
    const { documentId } = await offers.create({ data: anOffer({ title: 'Baker' }), status: 'published' });
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Baker' });
  });

  it.concurrent('is found once its draft is published', async () => {
    const { documentId } = await offers.create({ data: anOffer({ title: 'Carpenter' }) });
    await offers.publish({ documentId });
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Carpenter' });
  });

  it.concurrent('keeps its published version in the index while a draft of the next one is saved', async () => {
    const { documentId } = await offers.create({ data: anOffer({ title: 'Driver' }), status: 'published' });
    await offers.update({ documentId, data: { title: 'Driver of a lorry' } });
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Driver' });

    await offers.publish({ documentId });
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Driver of a lorry' });
  });

  it.concurrent('is found as it was last published when it is updated and published in one go', async () => {
    const { documentId } = await offers.create({ data: anOffer({ title: 'Editor' }), status: 'published' });
    await offers.update({ documentId, data: { title: 'Editor in chief' }, status: 'published' });
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Editor in chief' });
  });

  it.concurrent('is no longer found once it is unpublished', async () => {
    const { documentId } = await offers.create({ data: anOffer(), status: 'published' });
    expect(await titles(documentId)).not.toEqual({});
    await offers.unpublish({ documentId });
    expect(await titles(documentId)).toEqual({});
  });

  it.concurrent('is no longer found once the query engine makes a draft of it', async () => {
    const { documentId } = await offers.create({ data: anOffer(), status: 'published' });
    expect(await titles(documentId)).not.toEqual({});
    await turnToDraft(documentId);
    expect(await titles(documentId)).toEqual({});
  });

  it.concurrent.each(['beforeUpdate', 'afterUpdate'] as const)(
    'is no longer found once an application’s own %s makes a draft of it while its draft is saved',
    async (action) => {
      const { documentId } = await offers.create({ data: anOffer(), status: 'published' });
      expect(await titles(documentId)).not.toEqual({});
      const unsubscribe = app.strapi.db.lifecycles.subscribe({
        models: [OFFER],
        async [action]({ params }: { params: { data: { title?: string } } }) {
          if (params.data.title === `Withdrawn ${action}`) await turnToDraft(documentId);
        },
      });
      await offers.update({ documentId, data: { title: `Withdrawn ${action}` } });
      unsubscribe();
      expect(await titles(documentId)).toEqual({});
    },
  );

  it.concurrent('stays as it is published when its draft is discarded', async () => {
    const { documentId } = await offers.create({ data: anOffer({ title: 'Florist' }), status: 'published' });
    await offers.update({ documentId, data: { title: 'Florist, perhaps' } });
    await offers.discardDraft({ documentId });
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Florist' });
  });

  it.concurrent('stays the only one found when it is cloned, until the clone is published', async () => {
    const { documentId } = await offers.create({ data: anOffer({ title: 'Glazier' }), status: 'published' });
    const clone = (await offers.clone({ documentId, data: { title: 'Second glazier' } })).entries[0]!.documentId;
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Glazier' });
    expect(await titles(clone)).toEqual({});

    await offers.publish({ documentId: clone });
    expect(await titles(clone)).toEqual({ [`offer-${clone}-en`]: 'Second glazier' });
  });

  it.concurrent('is no longer found once it is deleted', async () => {
    const { documentId } = await offers.create({ data: anOffer(), status: 'published' });
    expect(await titles(documentId)).not.toEqual({});
    await offers.delete({ documentId });
    expect(await titles(documentId)).toEqual({});
  });

  it.concurrent('is found with its relations, components and dynamic zone as they are published', async () => {
    const company = await app.documents('api::company.company').create({ data: { name: 'Orchard & Sons' } });
    const skill = await app.documents('api::skill.skill').create({ data: { name: 'Pruning' } });
    const { documentId } = await offers.create({
      data: anOffer({
        company: company.documentId,
        skills: [skill.documentId],
        contract: { durationMonths: 6, perks: [{ label: 'Apples' }] },
        blocks: [{ __component: 'blocks.text', body: 'Bring boots.' }],
      }),
    });
    await offers.publish({ documentId });

    const found = await app.indexed('offers', documentId);
    expect(found[`offer-${documentId}-en`]).toMatchObject({
      company: { name: 'Orchard & Sons' },
      skills: [{ name: 'Pruning' }],
      contract: { durationMonths: 6 },
      blocks: [{ __component: 'blocks.text', body: 'Bring boots.' }],
    });
  });

  it('ends as it was last saved when many saves follow each other while visitors search', async () => {
    const { documentId } = await offers.create({ data: anOffer({ title: 'Round 0' }), status: 'published' });
    let isSaving = true;
    const visit = async () => {
      const seen: number[] = [];
      while (isSaving) {
        const hits = await app.search('offers', 'Round');
        seen.push(...hits.map(({ title }) => Number(String(title).replace('Round ', ''))));
      }
      return seen;
    };
    const visited = visit();
    try {
      for (let round = 1; round <= 50; round += 1) {
        await offers.update({ documentId, data: { title: `Round ${round}` }, status: 'published' });
      }
      expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Round 50' });
    } finally {
      isSaving = false;
    }
    const seen = await visited;
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
  });
});

describe('a write that fires no lifecycle', () => {
  it('is noticed all the same when it goes through the document service', async () => {
    app.strapi.db.lifecycles.disable();
    let documentId: string;
    try {
      ({ documentId } = await offers.create({ data: anOffer({ title: 'Hatter' }), status: 'published' }));
    } finally {
      app.strapi.db.lifecycles.enable();
    }
    expect(await titles(documentId)).toEqual({ [`offer-${documentId}-en`]: 'Hatter' });
  });
});

describe('a housing ad, which has no drafts', () => {
  it('is found from its creation to its deletion, as it was last saved', async () => {
    const ads = app.documents('api::housing.housing');
    const { documentId } = await ads.create({ data: aHousing({ title: 'Studio' }) });
    expect(await app.titles('housings', documentId)).toEqual({ [`housing-${documentId}`]: 'Studio' });

    await ads.update({ documentId, data: { title: 'Large studio' } });
    expect(await app.titles('housings', documentId)).toEqual({ [`housing-${documentId}`]: 'Large studio' });

    const clone = (await ads.clone({ documentId, data: { title: 'Second studio' } })).entries[0]!.documentId;
    expect(await app.titles('housings', clone)).toEqual({ [`housing-${clone}`]: 'Second studio' });

    await ads.delete({ documentId });
    expect(await app.titles('housings', documentId)).toEqual({});
    expect(await app.titles('housings', clone)).not.toEqual({});
  });

  it('is found likewise when older code saves it through the entity service', async () => {
    const entities = app.strapi.get('entityService');
    const { id, documentId } = await entities.create('api::housing.housing', { data: aHousing({ title: 'Villa' }) });
    expect(await app.titles('housings', documentId)).toEqual({ [`housing-${documentId}`]: 'Villa' });

    await entities.update('api::housing.housing', id, { data: { title: 'Large villa' } });
    expect(await app.titles('housings', documentId)).toEqual({ [`housing-${documentId}`]: 'Large villa' });

    await entities.delete('api::housing.housing', id);
    expect(await app.titles('housings', documentId)).toEqual({});
  });
});

describe('the homepage, a single type', () => {
  it('is found as it is published', async () => {
    const homepage = app.documents('api::homepage.homepage');
    const { documentId } = await homepage.create({ data: { title: 'Welcome' } });
    expect(await app.titles('homepages', documentId)).toEqual({});

    await homepage.publish({ documentId });
    expect(await app.titles('homepages', documentId)).toEqual({ [`homepage-${documentId}-en`]: 'Welcome' });

    await homepage.unpublish({ documentId });
    expect(await app.titles('homepages', documentId)).toEqual({});
  });
});
