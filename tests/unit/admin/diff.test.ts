import { diffRows, readable } from '../../../admin/src/pages/Run/diff-rows';
import { diffSides } from '../../../admin/src/pages/Run/diff-text';
import { shorten } from '../../../admin/src/pages/Run/shorten';

/** A value on either side, as stretches with the changed ones in brackets. */
function marked(database: unknown, engine: unknown) {
  const [row] = diffRows(
    database === undefined ? {} : { field: database },
    engine === undefined ? {} : { field: engine },
  );
  const { database: here, engine: there } = diffSides(row!);
  const mark = (segments: typeof here) =>
    segments?.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('') ?? null;
  return { database: mark(here), engine: mark(there) };
}

describe('the fields of both sides', () => {
  it('come in the order of the database, then what the engine alone has', () => {
    const rows = diffRows({ title: 'a', city: 'b' }, { old: 1, city: 'b', title: 'a' });
    expect(rows.map(({ field, isEqual }) => [field, isEqual])).toEqual([
      ['title', true],
      ['city', true],
      ['old', false],
    ]);
  });

  it.each([
    ['keys in another order', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, true],
    ['elements in another order', [1, 2], [2, 1], false],
    ['a number and its text', 1, '1', false],
    ['nothing and no such field', null, undefined, false],
    ['an empty text and nothing', '', null, false],
  ])('%s', (_, database, engine, isEqual) => {
    const [row] = diffRows({ field: database }, engine === undefined ? {} : { field: engine });
    expect(row?.isEqual).toBe(isEqual);
  });

  it.each([
    ['a text', 'Offre\n"vive"', 'Offre\n"vive"'],
    ['a number', 3, '3'],
    ['nothing', null, 'null'],
    ['an object', { b: 1, a: [true] }, '{\n  "a": [\n    true\n  ],\n  "b": 1\n}'],
    ['no such field', undefined, null],
  ])('are readable: %s', (_, value, text) => {
    expect(readable(value)).toBe(text);
  });
});

describe('where both sides of a field differ', () => {
  it('is told by words in a text', () => {
    expect(marked('a paid internship in Lyon', 'a internship in Paris')).toEqual({
      database: 'a [paid ]internship in [Lyon]',
      engine: 'a internship in [Paris]',
    });
  });

  it('takes the blanks between two changes along', () => {
    expect(marked('Furnished studio of 20 m²', 'A castle in the air')).toEqual({
      database: '[Furnished studio of 20 m²]',
      engine: '[A castle in the air]',
    });
  });

  it('is told by lines in an object or an array', () => {
    expect(marked({ city: 'Lyon', zip: 69 }, { city: 'Paris', zip: 69 })).toEqual({
      database: '{\n[  "city": "Lyon",\n]  "zip": 69\n}',
      engine: '{\n[  "city": "Paris",\n]  "zip": 69\n}',
    });
  });

  it('is the whole where one thing stands for another', () => {
    expect(marked(12, 13)).toEqual({ database: '[12]', engine: '[13]' });
    expect(marked('12', 12)).toEqual({ database: '[12]', engine: '[12]' });
    expect(marked(null, { a: 1 }).database).toBe('[null]');
  });

  it('is the whole where a side has no such field', () => {
    expect(marked('Lyon', undefined)).toEqual({ database: '[Lyon]', engine: null });
    expect(marked(undefined, 'Lyon')).toEqual({ database: null, engine: '[Lyon]' });
  });

  it('is nowhere in what is equal', () => {
    expect(marked({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual({
      database: '{\n  "a": 1,\n  "b": 2\n}',
      engine: '{\n  "a": 1,\n  "b": 2\n}',
    });
  });

  it('does not keep anybody waiting: endless texts that have nothing in common differ as a whole', () => {
    const words = (seed: number) => Array.from({ length: 20_000 }, (_, place) => (place * seed) % 9_973).join(' ');
    const begun = Date.now();
    expect(marked(words(7), words(11)).database).toMatch(/^\[[^[]+\]$/);
    expect(Date.now() - begun).toBeLessThan(5_000);
  });
});

describe('a long value', () => {
  const equal = (text: string) => ({ text, isChanged: false });
  const changed = (text: string) => ({ text, isChanged: true });
  const long = 'x'.repeat(1_000);

  it('is left as it is when it is short', () => {
    const segments = [equal('in '), changed('Lyon'), equal('.')];
    expect(shorten(segments)).toBe(segments);
  });

  it('is cut far from what changed, so that the change stays in view', () => {
    expect(
      shorten([equal(`${long}begin`), changed('Lyon'), equal(long), changed('Paris'), equal(`end${long}`)]),
    ).toEqual([
      equal(`… ${'x'.repeat(75)}begin`),
      changed('Lyon'),
      equal(`${'x'.repeat(80)} … ${'x'.repeat(80)}`),
      changed('Paris'),
      equal(`end${'x'.repeat(77)} …`),
    ]);
  });

  it('shows its beginning where all of it changed, or nothing', () => {
    expect(shorten([changed(long)])).toEqual([changed(`${'x'.repeat(400)} …`)]);
    expect(shorten([equal(long)])).toEqual([equal(`${'x'.repeat(400)} …`)]);
  });

  it('tears no word apart', () => {
    const words = 'stage '.repeat(100);
    expect(shorten([equal(words), changed('Lyon'), equal(words)]).map(({ text }) => text)).toEqual([
      `… ${'stage '.repeat(13)}`,
      'Lyon',
      `${'stage '.repeat(13).trim()} …`,
    ]);
  });

  it('tears no character apart', () => {
    const [first] = shorten([equal('😀'.repeat(500)), changed('Lyon')]);
    expect(first!.text).not.toMatch(/\p{Surrogate}/u);
    const [only] = shorten([changed(`x${'😀'.repeat(500)}`)]);
    expect(only!.text).not.toMatch(/\p{Surrogate}/u);
  });
});
