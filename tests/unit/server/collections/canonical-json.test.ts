import fc from 'fast-check';

import { canonicalJson } from '../../../../server/src/collections/canonical-json';
import { nested } from '../fixtures/nested';

describe('content written as JSON', () => {
  it.each<[sentence: string, content: Record<string, unknown>, json: string]>([
    ['has its keys in a fixed order', { b: 1, a: 2 }, '{"a":2,"b":1}'],
    ['has them so at every depth', { b: { d: 1, c: [{ z: 1, y: 2 }] } }, '{"b":{"c":[{"y":2,"z":1}],"d":1}}'],
    ['has its lists in their own order', { a: [2, 1, 3] }, '{"a":[2,1,3]}'],
    ['has nothing of what has no value', { a: undefined, b: () => 1, c: Symbol('x') }, '{}'],
    ['has null where a list has no value', { a: [undefined, Number.NaN] }, '{"a":[null,null]}'],
    ['has dates as text', { at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
    ['is as deep as it is written', { brackets: '[{'.repeat(200) }, `{"brackets":"${'[{'.repeat(200)}"}`],
    ['is as toJSON says', { place: { x: 1, toJSON: () => ({ lng: 2, lat: 1 }) } }, '{"place":{"lat":1,"lng":2}}'],
    ['is as its own toJSON says', { x: 1, toJSON: () => ({ b: 1, a: 2 }) }, '{"a":2,"b":1}'],
  ])('%s', (_, content, json) => {
    expect(canonicalJson(content)).toBe(json);
  });

  it.each<[sentence: string, content: Record<string, unknown>, read: Record<string, unknown>]>([
    ['a whole emoji as it is', { a: '😀' }, { a: '😀' }],
    ['a replacement for the first half of an emoji', { a: 'x\ud83d' }, { a: 'x\ufffd' }],
    ['a replacement for the second half of an emoji', { a: '\ude00x' }, { a: '\ufffdx' }],
    ['a replacement for each of two halves in the wrong order', { a: '\ude00\ud83d' }, { a: '\ufffd\ufffd' }],
    ['a replacement for half an emoji behind a backslash', { a: '\\\ud83d' }, { a: '\\\ufffd' }],
    ['a replacement for half an emoji in a name', { 'a\ud83d': 1 }, { 'a\ufffd': 1 }],
    ['what only looks like an escape, as it is', { a: '\\ud83d' }, { a: '\\ud83d' }],
    ['what only looks like an escape behind a backslash, as it is', { a: '\\\\ud83d' }, { a: '\\\\ud83d' }],
    ['quotes, backslashes and line ends as they are', { a: '"\\\n\u2028\u0000' }, { a: '"\\\n\u2028\u0000' }],
  ])('holds %s', (_, content, read) => {
    expect(JSON.parse(canonicalJson(content))).toEqual(read);
  });

  it('is well formed and one line, whatever its text', () => {
    // Backslashes, what follows them in escapes, and halves of emojis.
    const text = fc.string({ unit: fc.constantFrom('\\', 'u', 'd83d', '"', '\n', '\ud83d', '\ude00', '😀', 'x') });
    fc.assert(
      fc.property(text, (given) => {
        const json = canonicalJson({ given });
        expect(json).not.toMatch(/[\r\n]|(?<!\\)(\\\\)*\\ud[89a-f]/);
        expect(JSON.parse(json)).toEqual({ given: given.replace(/\p{Surrogate}/gu, '\ufffd') });
      }),
    );
  });

  it('may be nested a hundred levels deep', () => {
    expect(JSON.parse(canonicalJson(nested(100)))).toEqual(nested(100));
  });

  it.each<[sentence: string, content: Record<string, unknown>, message: RegExp]>([
    ['nested deeper', nested(101), /nested more than 100 levels deep/],
    ['nested deeper in its lists', { list: [[nested(98)], [nested(99)]] }, /nested more than 100 levels deep/],
    ['written deeper than it looks', { place: { toJSON: () => nested(100) } }, /nested more than 100 levels deep/],
    ['written as a text', { toJSON: () => 'x' }, /written as "x", not as an object/],
    ['written as a list', { toJSON: () => [1] }, /written as \[1\], not as an object/],
    ['written as null', { toJSON: () => null }, /written as null, not as an object/],
  ])('cannot be had of content that is %s', (_, content, message) => {
    expect(() => canonicalJson(content)).toThrow(message);
  });

  it('cannot be had of content that holds itself', () => {
    const circular: Record<string, unknown> = {};
    circular.inner = [circular];
    expect(() => canonicalJson(circular)).toThrow(/circular/i);
  });

  it('may hold the same twice', () => {
    const city = { name: 'Lyon' };
    expect(canonicalJson({ home: city, work: city })).toBe('{"home":{"name":"Lyon"},"work":{"name":"Lyon"}}');
  });
});
