import fc from 'fast-check';

import { conflictingSettings } from '../../../server/src/engine/declared-settings';
import { DEFAULT_SETTINGS } from '../../../server/src/engine/default-settings';
import { planSettings } from '../../../server/src/engine/plan-settings';
import type { IndexSettings } from '../../../server/src/engine/search-engine';
import { patchedSettings } from '../../support/in-memory-index';

const OWN = ['_strapi.uid', '_strapi.syncedAt'];

/** An index on which nothing is left to do for documents with a title, except what a test changes. */
const kept = (changes: IndexSettings = {}): IndexSettings => ({
  ...DEFAULT_SETTINGS,
  filterableAttributes: OWN,
  searchableAttributes: ['title'],
  ...changes,
});

const plan = (current: IndexSettings | null, declared: IndexSettings[] = [], fields: string[] = ['title']) =>
  planSettings({ current, declared, fields });

describe('planned settings', () => {
  it('are empty where everything is as it should be', () => {
    expect(plan(kept())).toEqual({});
    expect(plan(kept({ stopWords: ['le'], rankingRules: ['words'] }))).toEqual({});
  });

  it('make a new index filterable by what the plugin adds, and searchable in what the documents hold', () => {
    expect(plan(null, [], ['_meilisearch_id', 'title', '_strapi', 'city'])).toEqual({
      filterableAttributes: OWN,
      searchableAttributes: ['title', 'city'],
    });
  });

  describe('of searchableAttributes', () => {
    it.each<[string, unknown, IndexSettings[], string[], unknown]>([
      ['replace the default by the fields', ['*'], [], ['title', 'city'], ['title', 'city']],
      ['add new fields behind the known ones', ['title'], [], ['city', 'title', 'rent'], ['title', 'city', 'rent']],
      ['keep fields that no document has any more', ['title', 'gone'], [], ['title'], undefined],
      ['keep the default while no field is known', ['*'], [], [], undefined],
      [
        'keep the default while only the plugin’s fields are known',
        ['*'],
        [],
        ['_meilisearch_id', '_strapi'],
        undefined,
      ],
      [
        'take out what is the plugin’s',
        ['_meilisearch_id', 'title', '_strapi.uid', '_strapi'],
        [],
        ['title'],
        ['title'],
      ],
      ['are what is declared', ['title', 'city'], [{ searchableAttributes: ['city'] }], ['title', 'rent'], ['city']],
      ['are what is declared, even if that is nothing', ['title'], [{ searchableAttributes: [] }], ['title'], []],
      ['mind the order', ['city', 'title'], [{ searchableAttributes: ['title', 'city'] }], [], ['title', 'city']],
      ['take everything for not declared', ['title'], [{ searchableAttributes: ['title', '*'] }], ['title'], undefined],
      ['take null for not declared', ['*'], [{ searchableAttributes: null }], ['title'], ['title']],
      [
        'unite what several collections declare',
        ['*'],
        [{ searchableAttributes: ['title'] }, {}, { searchableAttributes: ['name', 'title'] }],
        ['text'],
        ['title', 'name'],
      ],
    ])('%s', (_, searchableAttributes, declared, fields, expected) => {
      expect(plan(kept({ searchableAttributes }), declared, fields).searchableAttributes).toEqual(expected);
    });

    it('start empty on a new index, where nothing can be hidden by that', () => {
      expect(plan(null, [], []).searchableAttributes).toEqual([]);
    });
  });

  describe('of filterableAttributes', () => {
    const all = { facetSearch: true, filter: { equality: true, comparison: true } };
    const equality = { facetSearch: false, filter: { equality: true, comparison: false } };
    const none = { facetSearch: true, filter: { equality: false, comparison: false } };

    it.each<[string, unknown[], unknown[], unknown]>([
      ['keep what is there', ['city', ...OWN], [], undefined],
      ['put what the plugin needs first', ['city', '_strapi.uid'], [], ['_strapi.syncedAt', 'city', '_strapi.uid']],
      ['add what is declared', OWN, ['city', 'city', '_strapi.uid'], [...OWN, 'city']],
      ['are content with the parent field', ['_strapi'], [], undefined],
      ['are content with a pattern for everything', [{ attributePatterns: ['*'], features: all }], [], undefined],
      [
        'are content with a pattern of the beginning',
        [{ attributePatterns: ['a', '_str*'], features: all }],
        [],
        undefined,
      ],
      ['are content with a pattern of the middle', [{ attributePatterns: ['*rapi.*'], features: all }], [], undefined],
      [
        'are content with a pattern for each',
        [
          { attributePatterns: ['_strapi.uid'] },
          { attributePatterns: ['*.syncedAt'], features: { filter: { equality: false, comparison: true } } },
        ],
        [],
        undefined,
      ],
      [
        'miss comparison where a pattern allows equality alone',
        [{ attributePatterns: ['_strapi.*'], features: equality }],
        [],
        ['_strapi.syncedAt', { attributePatterns: ['_strapi.*'], features: equality }],
      ],
      [
        'know that a pattern does not cover what is below a field',
        [{ attributePatterns: ['_strapi'], features: all }],
        [],
        [...OWN, { attributePatterns: ['_strapi'], features: all }],
      ],
      ['know that a star in a plain name means nothing', ['*', '_strapi.*'], [], [...OWN, '*', '_strapi.*']],
      ['know that a name is not a beginning', ['_strap', '_strapi.uids'], [], [...OWN, '_strap', '_strapi.uids']],
      [
        'come before a pattern that would win over them',
        [{ attributePatterns: ['_str*'], features: none }, ...OWN, 'city'],
        [],
        [...OWN, { attributePatterns: ['_str*'], features: none }, 'city'],
      ],
      [
        'know a declared pattern again that the engine has completed',
        [...OWN, { attributePatterns: ['tags.*'], features: equality }],
        [{ attributePatterns: ['tags.*'] }],
        undefined,
      ],
      [
        'add a declared pattern that allows more than the one there',
        [...OWN, { attributePatterns: ['tags.*'], features: equality }],
        [{ attributePatterns: ['tags.*'], features: all }],
        [
          ...OWN,
          { attributePatterns: ['tags.*'], features: equality },
          { attributePatterns: ['tags.*'], features: all },
        ],
      ],
      ['pass on what is wrong, for the engine to say so', OWN, [7, null, {}], [...OWN, 7, null, {}]],
    ])('%s', (_, current, declared, expected) => {
      const patch = plan(kept({ filterableAttributes: current }), [{ filterableAttributes: declared }]);
      expect(patch.filterableAttributes).toEqual(expected);
    });
  });

  describe('of anything else', () => {
    it.each<[string, IndexSettings, IndexSettings]>([
      [
        'sortableAttributes in another order',
        { sortableAttributes: ['a', 'b'] },
        { sortableAttributes: ['b', 'a', 'b'] },
      ],
      ['stopWords in another order', { stopWords: ['la', 'le'] }, { stopWords: ['le', 'la'] }],
      ['stopWords in another form of Unicode', { stopWords: ['e\u0301te\u0301'] }, { stopWords: ['été'] }],
      ['tokens in another order', { separatorTokens: ['&', '|'] }, { separatorTokens: ['|', '&'] }],
      ['a dictionary in another order', { dictionary: ['a', 'b'] }, { dictionary: ['b', 'a'] }],
      ['synonyms with keys in another order', { synonyms: { a: ['b'], c: [] } }, { synonyms: { c: [], a: ['b'] } }],
      [
        'displayedAttributes that name everything',
        { displayedAttributes: ['*'] },
        { displayedAttributes: ['title', '*'] },
      ],
      ['a part of typoTolerance', {}, { typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5 } } }],
      [
        'words as the engine folds them',
        { typoTolerance: { disableOnWords: ["l'ete", 'oeuvre'] } },
        { typoTolerance: { disableOnWords: ['ŒUVRE', 'l’Été'] } },
      ],
      ['a part of faceting', {}, { faceting: { maxValuesPerFacet: 100 } }],
      [
        'a part of an embedder',
        { embedders: { e: { source: 'rest', url: 'http://e', dimensions: 3 } } },
        { embedders: { e: { source: 'rest', url: 'http://e' } } },
      ],
      ['no embedder where there is none', {}, { embedders: { e: null } }],
      [
        'locales by their short names',
        { localizedAttributes: [{ attributePatterns: ['a'], locales: ['fra', 'eng'] }] },
        { localizedAttributes: [{ attributePatterns: ['a'], locales: ['fr', 'eng'] }] },
      ],
      ['null for a default', {}, { stopWords: null, rankingRules: null, typoTolerance: null, distinctAttribute: null }],
      ['null for a default inside', {}, { typoTolerance: { minWordSizeForTypos: null, disableOnWords: null } }],
      ['nothing', { stopWords: ['le'] }, { stopWords: undefined }],
    ])('leave alone %s', (_, current, declared) => {
      expect(plan(kept(current), [declared])).toEqual({});
    });

    it.each<[string, IndexSettings, IndexSettings]>([
      ['rankingRules in another order', { rankingRules: ['typo', 'words'] }, { rankingRules: ['words', 'typo'] }],
      [
        'displayedAttributes in another order',
        { displayedAttributes: ['a', 'b'] },
        { displayedAttributes: ['b', 'a'] },
      ],
      [
        'a sortable attribute that is no longer declared',
        { sortableAttributes: ['a', 'b'] },
        { sortableAttributes: ['a'] },
      ],
      ['a scalar', {}, { searchCutoffMs: 150 }],
      ['a flag', {}, { facetSearch: false }],
      ['a part of typoTolerance that differs', {}, { typoTolerance: { minWordSizeForTypos: { oneTypo: 4 } } }],
      ['a synonym that is no longer declared', { synonyms: { a: ['b'], c: ['d'] } }, { synonyms: { a: ['b'] } }],
      [
        'a header of an embedder that is no longer declared',
        { embedders: { e: { source: 'rest', headers: { a: '1', b: '2' } } } },
        { embedders: { e: { headers: { a: '1' } } } },
      ],
      ['an embedder to remove', { embedders: { e: { source: 'userProvided' } } }, { embedders: { e: null } }],
      [
        'a secret, which the engine shows masked',
        { embedders: { e: { apiKey: 'sk-01XXXXXX...' } } },
        { embedders: { e: { apiKey: 'sk-0123' } } },
      ],
      [
        'Mandarin where there is Chinese',
        { localizedAttributes: [{ attributePatterns: ['a'], locales: ['zho'] }] },
        { localizedAttributes: [{ attributePatterns: ['a'], locales: ['cmn'] }] },
      ],
      ['a default to bring back', { stopWords: ['le'] }, { stopWords: null }],
    ])('set %s', (_, current, declared) => {
      expect(plan(kept(current), [declared])).toEqual(declared);
    });

    it('unite lists of attributes of collections in one index', () => {
      const declared = [
        { sortableAttributes: ['rent'], displayedAttributes: ['rent'] },
        { sortableAttributes: ['date', 'rent'], displayedAttributes: ['date'] },
      ];
      expect(plan(kept(), declared)).toEqual({
        sortableAttributes: ['rent', 'date'],
        displayedAttributes: ['rent', 'date'],
      });
    });

    it('take the first of several declarations', () => {
      const declared = [{ stopWords: ['le'] }, { stopWords: ['the'], facetSearch: false }];
      expect(plan(kept(), declared)).toEqual({ stopWords: ['le'], facetSearch: false });
    });
  });

  it('leave nothing to plan once they are applied, whatever is there, declared and known', () => {
    const names = fc.constantFrom(
      'title',
      'city',
      'rent',
      '_strapi',
      '_strapi.uid',
      '_strapi.syncedAt',
      '_meilisearch_id',
    );
    const patterns = fc.record({
      attributePatterns: fc.array(fc.constantFrom('*', '_str*', '*At', '*rapi*', 'city', '_strapi.uid'), {
        minLength: 1,
      }),
      features: fc.record({
        facetSearch: fc.boolean(),
        filter: fc.record({ equality: fc.boolean(), comparison: fc.boolean() }),
      }),
    });
    const lists = {
      filterableAttributes: fc.array(fc.oneof(names, patterns)),
      searchableAttributes: fc.array(fc.oneof(names, fc.constant('*'))),
      sortableAttributes: fc.array(names),
      displayedAttributes: fc.array(names),
      stopWords: fc.array(names),
      pagination: fc.record({ maxTotalHits: fc.integer({ min: 1, max: 9 }) }),
    };
    fc.assert(
      fc.property(
        fc.option(fc.record(lists)),
        fc.array(fc.record(lists, { requiredKeys: [] }), { maxLength: 3 }),
        fc.array(names),
        (settings, declared, fields) => {
          const current = settings && patchedSettings(DEFAULT_SETTINGS, settings);
          const applied = patchedSettings(current ?? DEFAULT_SETTINGS, planSettings({ current, declared, fields }));
          expect(planSettings({ current: applied, declared, fields })).toEqual({});
        },
      ),
    );
  });
});

describe('declarations of one index that contradict each other', () => {
  it('are named', () => {
    const declared = [
      { stopWords: ['le'], rankingRules: ['words'], sortableAttributes: ['a'] },
      { stopWords: ['the'], rankingRules: ['words'], sortableAttributes: ['b'], facetSearch: false },
      { facetSearch: true, stopWords: ['le'] },
    ];
    expect(conflictingSettings(declared)).toEqual(['stopWords', 'facetSearch']);
    expect(conflictingSettings(declared.slice(0, 1))).toEqual([]);
    expect(conflictingSettings([])).toEqual([]);
  });
});
