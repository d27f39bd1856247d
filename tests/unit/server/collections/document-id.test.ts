import fc from 'fast-check';

import {
  isGeneratedId,
  isValidSearchDocumentId,
  possibleDocumentIds,
  searchDocumentId,
} from '../../../../server/src/collections/document-id';

const DOCUMENT = 'hgv1vny5cebq2l3czil1rpb3';

describe('the id of a search document', () => {
  it.each([
    ['en', `offer-${DOCUMENT}-en`],
    ['pt-BR', `offer-${DOCUMENT}-pt-BR`],
    [null, `offer-${DOCUMENT}`],
    [undefined, `offer-${DOCUMENT}`],
    ['', `offer-${DOCUMENT}`],
  ])('of an entry in locale %j is %s', (locale, id) => {
    expect(searchDocumentId('offer', DOCUMENT, locale)).toBe(id);
  });

  it.each<[id: string, valid: boolean]>([
    [`offer-${DOCUMENT}-pt-BR`, true],
    ['Offer_2-x', true],
    ['x'.repeat(511), true],
    ['x'.repeat(512), false],
    ['', false],
    ['offer-a b', false],
    ['offer-été', false],
    ['offer-a.b', false],
    ['offer-a\n', false],
  ])('is one that the engine takes or not: %j, %s', (id, valid) => {
    expect(isValidSearchDocumentId(id)).toBe(valid);
  });
});

describe('the documents that an id may stand for', () => {
  it.each<[id: string, documentIds: string[]]>([
    ['offer-abc', ['abc']],
    ['offer-abc-en', ['abc', 'abc-en']],
    ['offer-abc-pt-BR', ['abc', 'abc-pt', 'abc-pt-BR']],
    ['offer-', []],
    ['offer', []],
    ['housing-abc', []],
    ['offers-abc', []],
    ['my-offer-abc', []],
  ])('of %s are %j', (id, documentIds) => {
    expect(possibleDocumentIds('offer', id)).toEqual(documentIds);
  });

  it('always include the true one, whatever hyphens it, its model and its locale have', () => {
    const name = fc.stringMatching(/^[a-z0-9_-]{1,8}$/);
    const locale = fc.option(fc.stringMatching(/^[A-Za-z0-9-]{1,8}$/));
    fc.assert(
      fc.property(name, name, locale, (modelName, documentId, locale) => {
        const id = searchDocumentId(modelName, documentId, locale);
        expect(possibleDocumentIds(modelName, id)).toContain(documentId);
      }),
    );
  });
});

describe('an id', () => {
  it.each<[sentence: string, id: string, generated: boolean]>([
    ['of 24 letters and digits was generated', `offer-${DOCUMENT}`, true],
    ['with a language was generated', `offer-${DOCUMENT}-en`, true],
    ['with a language and a region was generated', `offer-${DOCUMENT}-pt-BR`, true],
    ['with a language and a region in digits was generated', `offer-${DOCUMENT}-es-419`, true],
    ['with a language, a script and a region was generated', `offer-${DOCUMENT}-zh-Hans-CN`, true],
    ['of another model was not', `housing-${DOCUMENT}`, false],
    ['of a model whose name begins alike was not', `offers-${DOCUMENT}`, false],
    ['without a model was not', DOCUMENT, false],
    ['of the row of an entry was not', 'offer-42', false],
    ['that is a letter short was not', `offer-${DOCUMENT.slice(1)}`, false],
    ['that is a letter long was not', `offer-${DOCUMENT}x`, false],
    ['with capital letters was not', `offer-${DOCUMENT.toUpperCase()}`, false],
    ['with something that is no locale was not', `offer-${DOCUMENT}-draft-`, false],
    ['with a number at its end was not', `offer-${DOCUMENT}-1`, false],
  ])('%s', (_, id, generated) => {
    expect(isGeneratedId('offer', id)).toBe(generated);
  });
});
