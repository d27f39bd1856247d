import { describeResult, entryOf } from '../../../admin/src/pages/Run/describe-item';
import { sidesOf } from '../../../admin/src/pages/Run/sides';
import { entryPath } from '../../../admin/src/content-manager/entry-path';
import { whereabouts } from '../../../admin/src/pages/Failures/describe-failure';
import { aCollection } from './factories';
import type { RunItem } from '../../../server/src/contract';

const item: RunItem = {
  id: 'offer-k3j-fr',
  index: 'offers',
  documentId: 'k3j',
  locale: 'fr',
  verdict: 'stale',
  action: null,
  result: null,
};

describe('what a repair did about a document', () => {
  it.each([
    [null, null, null],
    ['pushed', 'repaired', 'item.pushed'],
    ['deleted', 'repaired', 'item.deleted'],
    ['none', 'equal', 'item.equal'],
    ['pushed', 'failed', 'item.failed'],
  ] as const)('is said: %s, %s', (action, result, label) => {
    expect(describeResult({ action, result })?.label ?? null).toBe(label);
  });
});

describe('the entry of a document that differs', () => {
  it('is there unless the document is orphaned or nobody knows whose it is', () => {
    expect(entryOf(item)).toEqual({ documentId: 'k3j', locale: 'fr' });
    expect(entryOf({ ...item, verdict: 'orphaned' })).toBeNull();
    expect(entryOf({ ...item, documentId: null })).toBeNull();
  });

  it.each([
    [
      'among many, in its language',
      'collection-types',
      'fr',
      '/content-manager/collection-types/api::offer.offer/k3j?plugins[i18n][locale]=fr',
    ],
    ['among many, of no language', 'collection-types', null, '/content-manager/collection-types/api::offer.offer/k3j'],
    ['by itself', 'single-types', 'fr', '/content-manager/single-types/api::offer.offer?plugins[i18n][locale]=fr'],
    ['nowhere', null, null, null],
  ] as const)('is edited %s', (_, contentManager, locale, path) => {
    expect(entryPath(aCollection({ contentManager }), { documentId: 'k3j', locale })).toBe(path);
  });
});

describe('the sides of a comparison', () => {
  it.each([
    ['both have it', {}, {}, 'compare.different', ['database', 'engine']],
    ['the database alone has it', {}, null, 'compare.databaseOnly', ['database']],
    ['the engine alone has it', null, {}, 'compare.engineOnly', ['engine']],
    ['neither has it', null, null, 'compare.gone', []],
  ])('%s', (_, database, engine, summary, sides) => {
    expect(sidesOf({ database, engine, error: null })).toEqual({ summary, sides });
  });

  it.each([
    ['the engine alone can be shown', {}, ['engine']],
    ['neither can be shown', null, []],
  ])('where no document can be made of the entry: %s', (_, engine, sides) => {
    const error = 'no words for Cook';
    expect(sidesOf({ database: null, engine, error })).toEqual({ summary: 'compare.failing', sides });
  });
});

describe('where a failed document belongs', () => {
  it('is told as far as it is known', () => {
    expect(whereabouts({ locale: 'fr', index: 'offers' })).toEqual(['fr', 'offers']);
    expect(whereabouts({ locale: null, index: null })).toEqual([]);
  });
});
