import { planLosses, planMarks } from '../../../../server/src/capture/plan-marks';
import type { CollectionDefinition } from '../../../../server/src/collections/collection';
import type { Embedding } from '../../../../server/src/dependencies/find-embeddings';
import { OFFER, offers } from '../fixtures/collection';

const CITY = 'api::city.city';
const JOB = 'api::job.job';

const ofPublished = offers();
const ofDrafts = offers({ uid: JOB, scope: { ...ofPublished.scope, status: 'draft' } });
const embedding = (collection: CollectionDefinition, decides = false): Embedding => ({
  ...{ collection, decides },
  uid: CITY,
  links: [],
});
const cities = offers({ uid: CITY });
const citiesInDraft = offers({ uid: CITY, scope: { ...cities.scope, status: 'draft' } });
const [published, drafts] = [embedding(ofPublished), embedding(ofDrafts)];
const edited = (uid: string, documentId: string) => ({ uid, documentId, kind: 'edited', relatedUid: null });
const embeds = (uid: string, documentId: string, relatedUid: string) => ({
  uid,
  documentId,
  kind: 'embeds',
  relatedUid,
});
const all = (uid: string) => ({ uid, documentId: '*', kind: 'all', relatedUid: null });

describe('a write', () => {
  const change = { uid: CITY, documents: ['a', 'b'] };

  it('leaves no marks where nothing synced depends on it', () => {
    expect(planMarks(change, undefined, [])).toEqual([]);
  });

  it('leaves a mark for each document of a synced collection', () => {
    expect(planMarks(change, cities, [])).toEqual([edited(CITY, 'a'), edited(CITY, 'b')]);
  });

  it('leaves a mark for each document and collection that embeds it', () => {
    expect(planMarks(change, undefined, [published, drafts])).toEqual([
      embeds(OFFER, 'a', CITY),
      embeds(OFFER, 'b', CITY),
      embeds(JOB, 'a', CITY),
      embeds(JOB, 'b', CITY),
    ]);
  });

  it('leaves one mark for a collection that embeds it in several ways', () => {
    expect(planMarks({ uid: CITY, documents: ['a'] }, undefined, [published, { ...published }])).toEqual([
      embeds(OFFER, 'a', CITY),
    ]);
  });

  it('leaves both where a collection embeds its own kind', () => {
    expect(planMarks({ uid: OFFER, documents: ['a'] }, ofPublished, [published])).toEqual([
      edited(OFFER, 'a'),
      embeds(OFFER, 'a', OFFER),
    ]);
  });

  it('of no documents leaves no marks', () => {
    expect(planMarks({ uid: CITY, documents: [] }, cities, [published])).toEqual([]);
  });

  it('of a draft is nothing to a collection of what is published, nor to those that embed it so', () => {
    const draft = { uid: CITY, documents: ['a'], isDraft: true };
    expect(planMarks(draft, cities, [published, drafts])).toEqual([embeds(JOB, 'a', CITY)]);
  });

  it('of a draft is something to a collection of drafts', () => {
    const draft = { uid: CITY, documents: ['a'], isDraft: true };
    expect(planMarks(draft, citiesInDraft, [])).toEqual([edited(CITY, 'a')]);
  });

  it('of a draft is something to those whose filters decide by it, for these look at drafts too', () => {
    const draft = { uid: CITY, documents: ['a'], isDraft: true };
    expect(planMarks(draft, undefined, [published, embedding(ofPublished, true)])).toEqual([embeds(OFFER, 'a', CITY)]);
  });

  it('of more than can be named leaves one mark for all of each collection, its own and those that embed it', () => {
    expect(planMarks({ uid: CITY, documents: 'all' }, cities, [published])).toEqual([all(CITY), all(OFFER)]);
    expect(planMarks({ uid: CITY, documents: 'all' }, undefined, [published, drafts])).toEqual([all(OFFER), all(JOB)]);
  });
});

describe('losses', () => {
  it('leave a mark for each document that loses something', () => {
    const lost = (uid: string, documentId: string) => ({ uid, documentId, kind: 'lost', relatedUid: null });
    const losses = new Map([
      [OFFER, ['a', 'b']],
      [JOB, ['c']],
    ]);
    expect(planLosses(losses)).toEqual([lost(OFFER, 'a'), lost(OFFER, 'b'), lost(JOB, 'c')]);
  });

  it('of more than can be named leave one mark for all of the collection', () => {
    expect(planLosses(new Map([[OFFER, 'all' as const]]))).toEqual([all(OFFER)]);
  });

  it('of nothing leave no marks', () => {
    expect(planLosses(new Map())).toEqual([]);
  });
});
