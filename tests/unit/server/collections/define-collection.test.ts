import type { Struct } from '@strapi/types';

import { canExclude } from '../../../../server/src/collections/collection';
import { defineCollection, isSyncable, modelNameOf } from '../../../../server/src/collections/define-collection';
import { collectionOptionsSchema } from '../../../../server/src/config/options';
import { offers } from '../fixtures/collection';

/** A content type with what the plugin looks at; Strapi's own type asks for much more. */
function contentType(changes: object = {}): Struct.ContentTypeSchema {
  return {
    uid: 'api::offer.offer',
    modelName: 'offer',
    info: { displayName: 'Offer' },
    attributes: { title: { type: 'string' } },
    ...changes,
  } as unknown as Struct.ContentTypeSchema;
}

const define = (given: object = {}, { type = contentType(), indexPrefix = '' } = {}) =>
  defineCollection(type, collectionOptionsSchema.parse(given), [], { indexPrefix });

describe('a content type', () => {
  const shown = (visible?: boolean) => ({
    pluginOptions: { 'content-manager': visible === undefined ? {} : { visible } },
  });

  it.each<[sentence: string, type: object, syncable: boolean]>([
    ['of the application can be synced', { uid: 'api::offer.offer' }, true],
    ['of the application can be synced even if it is hidden', { uid: 'api::offer.offer', ...shown(false) }, true],
    ['of a plugin can be synced', { uid: 'plugin::users-permissions.user' }, true],
    ['of a plugin that says it is shown can be synced', { uid: 'plugin::shop.product', ...shown(true) }, true],
    ['of a plugin that does not say so can be synced', { uid: 'plugin::shop.product', ...shown() }, true],
    ['of a plugin that hides it cannot be synced', { uid: 'plugin::upload.folder', ...shown(false) }, false],
    ['of this plugin cannot be synced', { uid: 'plugin::meilisearch.run' }, false],
    ['of a plugin of a similar name can be synced', { uid: 'plugin::meilisearch-extra.page' }, true],
    ['of the admin panel cannot be synced', { uid: 'admin::user' }, false],
    ['of Strapi itself cannot be synced', { uid: 'strapi::core-store' }, false],
  ])('%s', (_, type, syncable) => {
    expect(isSyncable(contentType(type))).toBe(syncable);
  });

  it.each<[sentence: string, type: object, place: string | null]>([
    ['with many entries is edited among them', { kind: 'collectionType' }, 'collection-types'],
    ['with one entry is edited by itself', { kind: 'singleType' }, 'single-types'],
    ['that the Content Manager hides is edited nowhere', { kind: 'collectionType', ...shown(false) }, null],
  ])('%s', (_, type, place) => {
    expect(define({}, { type: contentType(type) }).contentManager).toBe(place);
  });

  it('names documents by its modelName', () => {
    expect(modelNameOf(contentType({ uid: 'api::job.offer', modelName: 'offer' }))).toBe('offer');
  });
});

describe('a collection of which nothing is configured', () => {
  it('has the published entries of the default locale in an index of its modelName', () => {
    expect(define()).toEqual({
      uid: 'api::offer.offer',
      modelName: 'offer',
      displayName: 'Offer',
      contentManager: 'collection-types',
      enabledByConfig: false,
      indexes: ['offer'],
      engine: {},
      scope: { status: 'published', locale: null, filters: null },
      selection: { populate: {} },
      pages: { read: 375, least: 500, most: 1500 },
      filterEntry: undefined,
      transformEntry: undefined,
      unsanitizedFields: [],
      settings: {},
      problems: [],
    });
  });

  it('populates the first level, but for translations and who wrote it', () => {
    const attributes = {
      title: { type: 'string' },
      company: { type: 'relation' },
      cover: { type: 'media' },
      place: { type: 'component' },
      sections: { type: 'dynamiczone' },
      details: { type: 'json' },
      localizations: { type: 'relation' },
      createdBy: { type: 'relation' },
      updatedBy: { type: 'relation' },
    };
    const type = contentType({ attributes });
    const firstLevel = { company: true, cover: true, place: true, sections: true };
    expect(define({}, { type }).selection).toEqual({ populate: firstLevel });
    expect(define({ entriesQuery: { populate: '*' } }, { type }).selection).toEqual({ populate: firstLevel });
  });
});

describe('a collection', () => {
  it.each<[sentence: string, given: object, indexPrefix: string, indexes: string[]]>([
    ['goes to the index it names', { indexName: 'offers' }, '', ['offers']],
    ['goes to each index it names', { indexName: ['offers', 'all'] }, '', ['offers', 'all']],
    ['goes once to an index it names twice', { indexName: ['all', 'offers', 'all'] }, '', ['all', 'offers']],
    ['has the prefix before its own name', {}, 'staging_', ['staging_offer']],
    [
      'has the prefix before all names',
      { indexName: ['offers', 'all'] },
      'staging_',
      ['staging_offers', 'staging_all'],
    ],
  ])('%s', (_, given, indexPrefix, indexes) => {
    expect(define(given, { indexPrefix }).indexes).toEqual(indexes);
  });

  it.each<[sentence: string, entriesQuery: object, scope: object]>([
    ['has drafts where they are asked for', { status: 'draft' }, { status: 'draft' }],
    ['has one locale', { locale: 'fr' }, { locale: 'fr' }],
    ['has some locales', { locale: ['en', 'fr'] }, { locale: ['en', 'fr'] }],
    ['has all locales', { locale: '*' }, { locale: '*' }],
    ['has all locales by the word of strapi-plugin-meilisearch', { locale: 'all' }, { locale: '*' }],
    ['has all locales where a list says so', { locale: ['fr', '*'] }, { locale: '*' }],
    ['has all locales where a list says so by that word', { locale: ['all'] }, { locale: '*' }],
    ['has what passes its filters', { filters: { open: true } }, { filters: { open: true } }],
  ])('%s', (_, entriesQuery, scope) => {
    expect(define({ entriesQuery }).scope).toEqual({ status: 'published', locale: null, filters: null, ...scope });
  });

  it.each<[sentence: string, entriesQuery: object, selection: object]>([
    ['of the fields named', { fields: ['title'] }, { fields: ['title'], populate: {} }],
    ['of all fields', { fields: '*' }, { populate: {} }],
    [
      'of what is to be populated',
      { populate: { city: { fields: ['name'] } } },
      { populate: { city: { fields: ['name'] } } },
    ],
    ['of what is to be populated, as a list', { populate: ['city'] }, { populate: ['city'] }],
    ['of nothing populated', { populate: [] }, { populate: [] }],
  ])('reads %s', (_, entriesQuery, selection) => {
    expect(define({ entriesQuery }).selection).toEqual(selection);
  });

  it.each<[sentence: string, engine: object]>([
    ['the common engine', {}],
    ['an engine of its own', { host: 'http://other:7700', apiKey: 'key' }],
    ['an engine of its own with the common key', { host: 'http://other:7700' }],
    ['the common engine with a key of its own', { apiKey: 'key' }],
    ['an engine of its own that asks for no key', { host: 'http://other:7700', apiKey: '' }],
  ])('goes to %s', (_, engine) => {
    expect(define(engine).engine).toEqual(engine);
  });

  it.each([
    [1, 1],
    [10_000, 10_000],
    [10_001, 10_000],
    [1_000_000, 10_000],
  ])('with a limit of %i is read %i entries at a time', (limit, size) => {
    expect(define({ entriesQuery: { limit } }).pages).toEqual({ read: size, least: size, most: size });
  });

  it('keeps the rest of its options as they are', () => {
    const filterEntry = () => true;
    const transformEntry = () => null;
    const given = {
      enabled: true,
      filterEntry,
      transformEntry,
      settings: { stopWords: ['le'] },
      noSanitizePrivateFields: ['phone'],
      entriesQuery: { limit: 50 },
    };
    expect(define(given)).toMatchObject({
      enabledByConfig: true,
      filterEntry,
      transformEntry,
      settings: { stopWords: ['le'] },
      unsanitizedFields: ['phone'],
      pages: { read: 50, least: 50, most: 50 },
    });
  });

  it('carries its problems', () => {
    const problems = [{ path: 'offer.enabled', given: '1', allowed: 'true or false' }];
    const options = collectionOptionsSchema.parse({});
    expect(defineCollection(contentType(), options, problems, { indexPrefix: '' }).problems).toEqual(problems);
  });

  it.each([
    ['without a function cannot exclude', offers(), false],
    ['with filterEntry can exclude', offers({ filterEntry: () => true }), true],
    ['with transformEntry can exclude', offers({ transformEntry: () => null }), true],
  ])('%s an entry', (_, collection, excludes) => {
    expect(canExclude(collection)).toBe(excludes);
  });
});
