import fc from 'fast-check';

import {
  buildSearchDocument,
  type SearchDocument,
  stampedLine,
} from '../../../../server/src/collections/search-document';
import { content } from '../fixtures/arbitraries';
import { OFFER, offers } from '../fixtures/collection';

const ENTRY = { documentId: 'abc', locale: 'fr' };

const build = (given: Record<string, unknown>) => buildSearchDocument(offers(), ENTRY, given);
const versionOf = (given: Record<string, unknown>) => build(given).version;

/** The same value with the keys of its objects in the opposite order, at every depth. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe('a search document', () => {
  it('is named after its model, its document and its locale', () => {
    expect(build({ title: 'Stage' })).toMatchObject({
      id: 'offer-abc-fr',
      documentId: 'abc',
      locale: 'fr',
      uid: OFFER,
    });
  });

  it.each([null, undefined])('of an entry whose locale is %s has none', (locale) => {
    const document = buildSearchDocument(offers(), { documentId: 'abc', locale }, {});
    expect(document).toMatchObject({ id: 'offer-abc', locale: null });
  });

  it('has the content without what the plugin adds itself', () => {
    const { body, fields } = build({ _meilisearch_id: 'mine', title: 'Stage', _strapi: { uid: 'mine' } });
    expect(JSON.parse(body.toString())).toEqual({ title: 'Stage' });
    expect(fields).toEqual(['title']);
  });

  it('lists its fields in the order of the content', () => {
    expect(build({ title: 'Stage', city: 'Lyon', _geo: null, age: 3 }).fields).toEqual([
      'title',
      'city',
      '_geo',
      'age',
    ]);
  });

  it('does not list a field that is not pushed', () => {
    const { body, fields } = build({ title: 'Stage', city: undefined });
    expect(fields).toEqual(['title']);
    expect(body.toString()).toBe('{"title":"Stage"}');
  });

  it('cannot be built of content that holds itself', () => {
    const circular: Record<string, unknown> = { title: 'Stage' };
    circular.self = { circular };
    expect(() => build(circular)).toThrow(/circular/i);
  });

  it('has the keys of its content in a fixed order at every depth, and lists in their own', () => {
    const { body } = build({ b: 1, a: { d: [{ z: 1, y: 2 }, 3, 1], c: 2 } });
    expect(body.toString()).toBe('{"a":{"c":2,"d":[{"y":2,"z":1},3,1]},"b":1}');
  });
});

describe('the version of a search document', () => {
  const CONTENT = { title: 'Stage', city: { name: 'Lyon', zip: '69001' }, skills: ['a', 'b'], salary: 700 };

  it('is the same whatever the order of keys, and so is the text', () => {
    fc.assert(
      fc.property(content, (given) => {
        const one = build(given);
        const other = build(reversed(given) as Record<string, unknown>);
        expect(other.version).toBe(one.version);
        expect(other.body.toString()).toBe(one.body.toString());
      }),
    );
  });

  it('does not tell a field without a value from none', () => {
    expect(versionOf({ ...CONTENT, cover: undefined })).toBe(versionOf(CONTENT));
  });

  it('does not depend on what the plugin adds', () => {
    expect(versionOf({ ...CONTENT, _strapi: { syncedAt: 1 }, _meilisearch_id: 'x' })).toBe(versionOf(CONTENT));
  });

  it.each<[sentence: string, other: Record<string, unknown>]>([
    ['another text', { ...CONTENT, title: 'Stages' }],
    ['a number in place of its digits', { ...CONTENT, salary: '700' }],
    ['null in place of a value', { ...CONTENT, salary: null }],
    ['a field less', { title: 'Stage', city: CONTENT.city, skills: CONTENT.skills }],
    ['an empty field more', { ...CONTENT, cover: null }],
    ['another name of a field', { Title: 'Stage', city: CONTENT.city, skills: CONTENT.skills, salary: 700 }],
    ['another order of a list', { ...CONTENT, skills: ['b', 'a'] }],
    ['a list one shorter', { ...CONTENT, skills: ['a'] }],
    ['a change below', { ...CONTENT, city: { name: 'Lyon', zip: '69002' } }],
    ['a field less below', { ...CONTENT, city: { name: 'Lyon' } }],
    ['nothing at all', {}],
  ])('is another for %s', (_, other) => {
    expect(versionOf(other)).not.toBe(versionOf(CONTENT));
  });

  it('is equal exactly where the content is', () => {
    // Few names and values, so that equal contents come up as well.
    const small = fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom(0, 1, '1', null, [], [1], {}, { a: 1 }));
    const sorted = (given: object) =>
      JSON.stringify(Object.entries(given).sort(([one], [other]) => (one < other ? -1 : 1)));
    fc.assert(
      fc.property(small, small, (one, other) => {
        expect(versionOf(one) === versionOf(other)).toBe(sorted(one) === sorted(other));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the line that is pushed', () => {
  const lineOf = (document: SearchDocument, syncedAt: number) => stampedLine(document, syncedAt).toString();

  it.each([
    ['of a document', { title: 'Stage' }, { title: 'Stage' }],
    ['of a document without content', {}, {}],
  ])('%s holds its id, its stamp and its content', (_, given, pushed) => {
    const document = build(given);
    expect(JSON.parse(lineOf(document, 1_795_312_800_123))).toEqual({
      _meilisearch_id: 'offer-abc-fr',
      _strapi: { uid: OFFER, syncedAt: 1_795_312_800_123, version: document.version },
      ...pushed,
    });
  });

  it('is well formed where a text was cut within an emoji', () => {
    const { title } = JSON.parse(lineOf(build({ title: 'Stage 😀'.slice(0, 7) }), 1));
    expect(title).toBe('Stage \ufffd');
  });

  it('is one line of JSON that holds exactly this, whatever the content', () => {
    fc.assert(
      fc.property(content, fc.nat(), (given, syncedAt) => {
        const document = build(given);
        const line = lineOf(document, syncedAt);
        expect(line).not.toMatch(/[\n\r]/);
        const { _meilisearch_id, _strapi, ...rest } = JSON.parse(line);
        expect(_meilisearch_id).toBe(document.id);
        expect(_strapi).toEqual({ uid: OFFER, syncedAt, version: document.version });
        expect(rest).toEqual(JSON.parse(document.body.toString()));
      }),
    );
  });
});
