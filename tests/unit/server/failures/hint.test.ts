import type { Failure } from '../../../../server/src/contract';
import { hintFor } from '../../../../server/src/failures/hint';

const GEO = '`_geo` must be an object with a numeric `lat` and `lng`, or be left out.';
const VECTORS = 'Check `_vectors` against the embedders of the index.';
const ID = 'Ids may have letters, digits, "-" and "_", at most 511: check the documentId and the locale of this entry.';
const SIZE = 'Leave out large fields in `transformEntry` or `entriesQuery.fields`.';
const READ = 'The entry could not be read: check `entriesQuery` of this collection (populate, fields, filters).';
const TRANSFORM = 'Thrown by `filterEntry` or `transformEntry` of this collection: make it cope with this entry.';

// Messages of the engine are those of Meilisearch 1.21, shortened.
describe('the advice beside a failure', () => {
  it.each<[stage: Failure['stage'], message: string, hint: string | null]>([
    ['push', 'Could not find longitude in the document with the id: `"o-1"`. Was expecting a `_geo.lng` field.', GEO],
    ['push', 'The `_geo` field in the document with the id: `"o-1"` is not an object.', GEO],
    ['push', 'Could not parse latitude in the document with the id: `"o-1"`.', GEO],
    ['push', 'Invalid vector dimensions in document with id `o-1` in `._vectors.d`.', VECTORS],
    ['push', 'While embedding documents for embedder `d`: no vectors provided for document `o-1`.', VECTORS],
    ['push', 'Document identifier `"a b"` is invalid.', ID],
    ['push', 'Meilisearch does not accept the document id "offer-a b"', ID],
    ['push', 'The provided payload reached the size limit.', SIZE],
    ['push', 'Something before Meilisearch says: request entity too large', SIZE],
    ['push', 'Something new that nobody has thought of', null],
    ['transform', 'Cannot read properties of undefined', TRANSFORM],
    ['transform', 'Converting circular structure to JSON', TRANSFORM],
    ['transform', "Cannot read properties of null (reading 'latitude')", TRANSFORM],
    ['transform', 'the embedded company has no document id', TRANSFORM],
    ['transform', 'transformEntry returned nothing; an object is expected, or null to leave the entry out', TRANSFORM],
    ['read', 'Invalid key cty', READ],
    ['read', 'Invalid key _geo', READ],
    ['read', '', READ],
  ])('of stage %s that says "%s" is %j', (stage, message, hint) => {
    expect(hintFor({ stage, message })).toBe(hint);
  });
});
