import { documentsByLocale, subjectOf } from '../../../../server/src/collections/subject';

const entry = (documentId: string, locale: string | null) => ({ documentId, locale });

describe('the subject of some entries', () => {
  it('names each of their documents once, and the entries themselves', () => {
    const entries = [entry('a', 'en'), entry('b', 'en'), entry('a', 'fr')];
    expect(subjectOf(entries)).toEqual({ documentIds: ['a', 'b'], entries });
  });

  it('may be nothing', () => {
    expect(subjectOf([])).toEqual({ documentIds: [], entries: [] });
  });
});

describe('the documents of a subject', () => {
  it('of whole documents are all of them in every locale', () => {
    expect([...documentsByLocale({ documentIds: ['a', 'b'], entries: null })]).toEqual([[undefined, ['a', 'b']]]);
  });

  it('of some entries are those looked at in each locale', () => {
    const entries = [entry('a', 'en'), entry('b', null), entry('a', 'fr'), entry('c', 'en')];
    expect([...documentsByLocale(subjectOf(entries))]).toEqual([
      ['en', ['a', 'c']],
      [null, ['b']],
      ['fr', ['a']],
    ]);
  });

  it('of nothing are none', () => {
    expect(documentsByLocale(subjectOf([])).size).toBe(0);
  });
});
