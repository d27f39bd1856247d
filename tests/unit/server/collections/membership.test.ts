import { decideMembership, type Sanitize } from '../../../../server/src/collections/membership';
import type { Entry } from '../../../../server/src/config/options';
import { OFFER, offers } from '../fixtures/collection';
import { nested } from '../fixtures/nested';

const ENTRY: Entry = { id: 7, documentId: 'abc', locale: 'fr', title: 'Stage', phone: '0600000000' };
const IDENTITY = { documentId: 'abc', locale: 'fr' };

/** Phones are private. */
const withoutPhone: Sanitize = async (_, { phone: _phone, ...entry }) => entry;

const decide = (functions: Parameters<typeof offers>[0] = {}, entry = ENTRY, sanitize = withoutPhone) =>
  decideMembership(offers(functions), entry, sanitize);

/** What is pushed of an entry. */
async function pushed(functions: Parameters<typeof offers>[0]): Promise<unknown> {
  const membership = await decide(functions);
  return membership.kind === 'document' ? JSON.parse(membership.document.body.toString()) : membership;
}

describe('an entry in scope', () => {
  it('is pushed as it is sanitized where no function decides', async () => {
    expect(await pushed({})).toEqual({ id: 7, documentId: 'abc', locale: 'fr', title: 'Stage' });
  });

  it('is pushed as transformEntry makes it, under its own id', async () => {
    const content = { documentId: 'other', locale: 'en', title: 'X' };
    const membership = await decide({ transformEntry: () => content });
    expect(membership).toMatchObject({ kind: 'document', document: { id: 'offer-abc-fr', ...IDENTITY } });
    expect(await pushed({ transformEntry: () => content })).toEqual(content);
  });

  it('is seen whole by filterEntry and sanitized by transformEntry', async () => {
    const seen: unknown[] = [];
    await decide({
      filterEntry: ({ entry }) => seen.push(entry.phone),
      transformEntry: ({ entry }) => {
        seen.push(entry.phone, entry.title);
        return entry;
      },
    });
    expect(seen).toEqual(['0600000000', undefined, 'Stage']);
  });

  it('comes to both functions with its content type', async () => {
    const transformEntry = ({ contentType }: { contentType: string }) => ({ contentType });
    expect(await pushed({ transformEntry })).toEqual({ contentType: OFFER });
    const filterEntry = ({ contentType }: { contentType: string }) => contentType !== OFFER;
    expect(await decide({ filterEntry })).toEqual({ kind: 'excluded', ...IDENTITY });
  });

  it('may be decided on later', async () => {
    expect(await pushed({ filterEntry: async () => true, transformEntry: async () => ({ a: 1 }) })).toEqual({ a: 1 });
    expect(await decide({ filterEntry: async () => false })).toEqual({ kind: 'excluded', ...IDENTITY });
    expect(await decide({ transformEntry: async () => null })).toEqual({ kind: 'excluded', ...IDENTITY });
  });

  it.each([true, 1, 'yes', {}])('stays in where filterEntry answers %j', async (answer) => {
    expect(await decide({ filterEntry: () => answer })).toMatchObject({ kind: 'document' });
  });

  it.each([false, 0, '', null, undefined])('is left out where filterEntry answers %j', async (answer) => {
    expect(await decide({ filterEntry: () => answer })).toEqual({ kind: 'excluded', ...IDENTITY });
  });

  it('is not transformed when it is left out', async () => {
    const transformEntry = () => {
      throw new Error('transformed');
    };
    expect(await decide({ filterEntry: () => false, transformEntry })).toEqual({ kind: 'excluded', ...IDENTITY });
  });

  it.each([null, undefined])('has no locale where that is %s', async (locale) => {
    const entry = { ...ENTRY, locale };
    expect(await decide({}, entry)).toMatchObject({ document: { id: 'offer-abc', locale: null } });
    expect(await decide({ filterEntry: () => false }, entry)).toEqual({
      kind: 'excluded',
      documentId: 'abc',
      locale: null,
    });
  });
});

describe('an entry that cannot be pushed', () => {
  const expected = 'an object is expected, or null to leave the entry out';
  const throwing = (thrown: unknown) => () => {
    throw thrown;
  };

  it.each<[sentence: string, functions: Parameters<typeof offers>[0], message: string]>([
    ['transformEntry throws', { transformEntry: throwing(new TypeError('no city')) }, 'no city'],
    ['transformEntry rejects', { transformEntry: async () => throwing(new Error('no city'))() }, 'no city'],
    ['filterEntry throws', { filterEntry: throwing(new Error('no city')) }, 'no city'],
    ['filterEntry rejects', { filterEntry: async () => throwing(new Error('no city'))() }, 'no city'],
    ['transformEntry throws a text', { transformEntry: throwing('no city') }, 'no city'],
    ['transformEntry throws nothing', { transformEntry: throwing(undefined) }, 'undefined'],
    ['it becomes nothing', { transformEntry: () => undefined }, `transformEntry returned nothing; ${expected}`],
    ['it becomes an array', { transformEntry: () => [{}] }, `transformEntry returned an array; ${expected}`],
    ['it becomes a date', { transformEntry: () => new Date() }, `transformEntry returned a date; ${expected}`],
    [
      'it becomes a map',
      { transformEntry: () => new Map([['title', 'x']]) },
      `transformEntry returned a map or a set; ${expected}`,
    ],
    [
      'it becomes a set',
      { transformEntry: () => new Set(['x']) },
      `transformEntry returned a map or a set; ${expected}`,
    ],
    [
      'it is written as something else than an object',
      { transformEntry: () => ({ title: 'x', toJSON: () => 'x' }) },
      'the document is written as "x", not as an object',
    ],
    [
      'it is nested too deeply',
      { transformEntry: () => nested(101) },
      'the document is nested more than 100 levels deep',
    ],
    ['it becomes a text', { transformEntry: () => 'x' }, `transformEntry returned a string; ${expected}`],
    ['it becomes a number', { transformEntry: () => 7 }, `transformEntry returned a number; ${expected}`],
    ['it becomes a boolean', { transformEntry: () => false }, `transformEntry returned a boolean; ${expected}`],
  ])('is a failure of its transformation when %s', async (_, functions, message) => {
    expect(await decide(functions)).toEqual({ kind: 'failure', ...IDENTITY, stage: 'transform', message });
  });

  it('is a failure of its transformation when it holds itself', async () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const membership = await decide({ transformEntry: () => circular });
    expect(membership).toMatchObject({ kind: 'failure', ...IDENTITY, stage: 'transform' });
    expect(membership).toHaveProperty('message', expect.stringMatching(/circular/i));
  });

  it.each([null, undefined, ''])('is a failure of its reading when its documentId is %j', async (documentId) => {
    expect(await decide({}, { ...ENTRY, documentId: documentId as string })).toEqual({
      kind: 'failure',
      documentId: 'row 7',
      locale: 'fr',
      stage: 'read',
      message: 'row 7 has no documentId, so its search document cannot be named',
    });
  });

  it('is a failure of its transformation when it cannot be sanitized', async () => {
    const failing: Sanitize = async () => throwing(new Error('no schema'))();
    expect(await decide({}, ENTRY, failing)).toEqual({
      kind: 'failure',
      ...IDENTITY,
      stage: 'transform',
      message: 'no schema',
    });
  });

  it('is a failure of its push when the engine would not take its id', async () => {
    expect(await decide({}, { ...ENTRY, documentId: 'a b' })).toEqual({
      kind: 'failure',
      documentId: 'a b',
      locale: 'fr',
      stage: 'push',
      message: 'Meilisearch does not accept the document id "offer-a b-fr"',
    });
  });

  it('may be left out all the same', async () => {
    const filterEntry = () => false;
    expect(await decide({ filterEntry }, { ...ENTRY, documentId: 'a b' })).toMatchObject({ kind: 'excluded' });
  });
});
