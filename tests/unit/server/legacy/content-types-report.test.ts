import type { Collection } from '../../../../server/src/contract';
import { reportContentTypes } from '../../../../server/src/legacy/content-types-report';
import { aCollection } from '../../admin/factories';

const OFFERS = aCollection({
  indexes: [{ uid: 'offers', documents: 20 }],
  ...{ databaseCount: 20, excludedCount: 0, expectedCount: 20, indexedCount: 20 },
});
const HOUSINGS = { ...OFFERS, uid: 'api::housing.housing', modelName: 'housing', databaseCount: 5 };

const [ROW] = reportContentTypes([OFFERS]);

describe('the report on content types', () => {
  it('says of a collection in sync what strapi-plugin-meilisearch would', () => {
    expect(ROW).toEqual({
      collection: 'offer',
      contentType: 'api::offer.offer',
      indexUid: 'offers',
      indexed: true,
      isIndexing: false,
      numberOfDocuments: 20,
      numberOfEntries: 20,
      listened: true,
    });
  });

  it.each<[sentence: string, changes: Partial<Collection>, expected: Partial<typeof ROW>]>([
    [
      'is neither indexed nor listened to where it is not synced',
      { enabled: false },
      { indexed: false, listened: false },
    ],
    [
      'is neither, too, where its configuration is wrong',
      { problems: [{ path: 'offer.indexName', given: '7', allowed: 'an index name' }] },
      { indexed: false, listened: false },
    ],
    ['is indexing while a run is on', { state: 'running' }, { isIndexing: true }],
    ['is indexing while changes are on their way', { state: 'pending' }, { isIndexing: true }],
    [
      'has an unknown number of documents while the engine is away',
      { indexes: [{ uid: 'offers', documents: null }] },
      { numberOfDocuments: null },
    ],
    [
      'has an unknown number of entries where they cannot be counted',
      { databaseCount: null },
      { numberOfEntries: null },
    ],
  ])('%s', (_, changes, expected) => {
    expect(reportContentTypes([{ ...OFFERS, ...changes }])).toEqual([{ ...ROW, ...expected }]);
  });

  it('has a row for each index, with the entries of all that go there', () => {
    const shared = { uid: 'everything', documents: 25 };
    const rows = reportContentTypes([
      { ...OFFERS, indexes: [{ uid: 'offers', documents: 20 }, shared] },
      { ...HOUSINGS, indexes: [shared] },
    ]);
    expect(rows.map(({ collection, indexUid, numberOfEntries }) => [collection, indexUid, numberOfEntries])).toEqual([
      ['offer', 'offers', 20],
      ['offer', 'everything', 25],
      ['housing', 'everything', 25],
    ]);
  });
});
