import { settingsConflicts } from '../../../../server/src/collections/settings-conflicts';
import { offers } from '../fixtures/collection';

const COMMON = 'http://search:7700';
const OFFER = offers({
  uid: 'offer',
  indexes: ['all', 'offers'],
  settings: { stopWords: ['le'], distinctAttribute: 'a' },
});
const housing = (settings: Record<string, unknown>, ...indexes: string[]) =>
  offers({ uid: 'housing', indexes, settings });
const elsewhere = (host: string, settings: Record<string, unknown>) =>
  offers({ uid: `offer at ${host}`, indexes: ['offers'], engine: { host }, settings });

describe('the settings of collections', () => {
  it.each([
    ['that share an index and declare the same', [OFFER, housing({ stopWords: ['le'] }, 'all')]],
    ['that share an index and declare different things', [OFFER, housing({ searchCutoffMs: 50 }, 'all')]],
    ['that share an index and lists of attributes', [OFFER, housing({ sortableAttributes: ['rent'] }, 'all')]],
    ['that differ in different indexes', [OFFER, housing({ stopWords: ['la'] }, 'housing')]],
    [
      'that differ in indexes of the same name at two engines',
      [
        OFFER,
        elsewhere('http://one:7700', { stopWords: ['la'] }),
        elsewhere('http://other:7700', { stopWords: ['un'] }),
      ],
    ],
    ['of which there is one', [OFFER]],
    ['of which there is none', []],
  ])('%s do not conflict', (_, definitions) => {
    expect(settingsConflicts(definitions, COMMON)).toEqual([]);
  });

  it('conflict where they differ in a shared index', () => {
    expect(settingsConflicts([OFFER, housing({ stopWords: ['la'] }, 'all')], COMMON)).toEqual([
      {
        path: 'settings.stopWords',
        given: 'different values in offer and housing, which share index "all"',
        allowed: 'one value for an index; the first one is used',
      },
    ]);
  });

  it('conflict where they differ in a shared index of another engine', () => {
    const [one, other] = [
      elsewhere('http://one:7700', { stopWords: ['la'] }),
      housing({ stopWords: ['le'] }, 'offers'),
    ];
    expect(settingsConflicts([one, { ...other, engine: { host: 'http://one:7700', apiKey: 'key' } }], COMMON)).toEqual([
      {
        path: 'settings.stopWords',
        given: 'different values in offer at http://one:7700 and housing, which share index "offers"',
        allowed: 'one value for an index; the first one is used',
      },
    ]);
  });

  it.each([COMMON, 'search:7700/', ' http://SEARCH:7700'])(
    'conflict where one of them names the common engine (%s), and the other none',
    (host) => {
      const [conflict] = settingsConflicts([OFFER, elsewhere(host, { stopWords: ['la'] })], COMMON);
      expect(conflict).toMatchObject({ path: 'settings.stopWords', given: expect.stringContaining('"offers"') });
    },
  );

  it('do not conflict where the common engine is not configured here, and may be any', () => {
    expect(settingsConflicts([OFFER, elsewhere(COMMON, { stopWords: ['la'] })], undefined)).toEqual([]);
  });

  it('conflict once for each setting and index', () => {
    const other = housing({ stopWords: ['la'], distinctAttribute: 'b' }, 'all', 'offers');
    const conflicts = settingsConflicts([OFFER, other], COMMON);
    expect(conflicts.map(({ path, given }) => [path, /index "(.*)"/.exec(given)?.[1]])).toEqual([
      ['settings.stopWords', 'all'],
      ['settings.distinctAttribute', 'all'],
      ['settings.stopWords', 'offers'],
      ['settings.distinctAttribute', 'offers'],
    ]);
  });
});
