import { buildSearchDocument } from '../../../../server/src/collections/search-document';
import type { Verdict } from '../../../../server/src/contract';
import { contentOf, type Expectation, verdictOn } from '../../../../server/src/drift/verdict';
import type { StoredDocument } from '../../../../server/src/engine/search-engine';
import { OFFER, offers } from '../fixtures/collection';

const document = buildSearchDocument(
  offers(),
  { documentId: 'a', locale: null },
  {
    title: 'Gardener',
    place: { city: 'Lyon', geo: [1, 2.5] },
    _vectors: { default: [0.1] },
  },
);

/** The document as the engine hands it out: keys in another order, vectors kept back. */
const stored = (changes: object = {}): StoredDocument => ({
  _strapi: { uid: OFFER, syncedAt: 1, version: document.version },
  place: { geo: [1, 2.5], city: 'Lyon' },
  title: 'Gardener',
  _meilisearch_id: document.id,
  ...changes,
});

const version: Expectation = { kind: 'version', document };
const content: Expectation = { kind: 'content', document };

describe('a document in the index', () => {
  it.each<[sentence: string, expected: Expectation, found: StoredDocument | undefined, verdict: Verdict | null]>([
    ['that ought not to be there is orphaned', { kind: 'absent' }, stored(), 'orphaned'],
    ['that ought not to be there and is not is right', { kind: 'absent' }, undefined, null],
    ['that ought to be there and is not is missing', version, undefined, 'missing'],
    ['that only has to be there is right whatever it holds', { kind: 'present' }, stored({ _strapi: undefined }), null],
    ['that has to be there at least is missing where it is not', { kind: 'present' }, undefined, 'missing'],
    ['of the right version is right', version, stored({ title: 'Edited' }), null],
    ['of another version is stale', version, stored({ _strapi: { uid: OFFER, syncedAt: 1, version: 'x' } }), 'stale'],
    [
      'that strapi-plugin-meilisearch left has no version and is stale',
      version,
      stored({ _strapi: undefined }),
      'stale',
    ],
    ['of the right content is right, whatever the order of its keys', content, stored(), null],
    ['that was edited in the engine is stale by its content', content, stored({ title: 'Edited' }), 'stale'],
    ['that was given a field in the engine is stale by its content', content, stored({ extra: 1 }), 'stale'],
    ['of another version is stale whatever its content', content, stored({ _strapi: undefined }), 'stale'],
  ])('%s', (_, expected, found, verdict) => {
    expect(verdictOn(expected, found)).toBe(verdict);
  });

  it('is shown without what is the plugin’s own', () => {
    expect(contentOf(stored({ _vectors: {} }))).toEqual({ title: 'Gardener', place: { city: 'Lyon', geo: [1, 2.5] } });
  });
});
