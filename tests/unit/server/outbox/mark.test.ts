import fc from 'fast-check';

import { editedMark, markKey, type MarkKind, type NewMark } from '../../../../server/src/outbox/mark';
import { documentId } from '../fixtures/arbitraries';

const uid = fc.constantFrom('api::a.a', 'api::b.b', 'plugin::upload.file');
const marks: fc.Arbitrary<NewMark> = fc.record({
  uid,
  documentId: fc.oneof(documentId, fc.constant('*')),
  kind: fc.constantFrom<MarkKind>('edited', 'embeds', 'lost', 'all'),
  relatedUid: fc.option(uid),
});

describe('the key of a mark', () => {
  it('is the same for marks that say the same, and for no others', () => {
    fc.assert(
      fc.property(marks, marks, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(markKey(one) === markKey(other)).toBe(isSame);
      }),
    );
  });

  it('does not depend on where the mark lies in the outbox', () => {
    fc.assert(
      fc.property(marks, fc.nat(), (mark, id) => {
        expect(markKey({ ...mark, id } as NewMark)).toBe(markKey(mark));
      }),
    );
  });
});

describe('the mark of a written document', () => {
  it('names it, and nothing else', () => {
    expect(editedMark('api::offer.offer', 'a')).toEqual({
      uid: 'api::offer.offer',
      documentId: 'a',
      kind: 'edited',
      relatedUid: null,
    });
  });
});
