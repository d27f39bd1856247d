import { createCollectionRecords } from '../../../../server/src/collections/collection-records';
import { readSearchDocumentId } from '../../../../server/src/collections/document-id';
import { stampedLine } from '../../../../server/src/collections/search-document';
import { createSecondLook } from '../../../../server/src/drift/second-look';
import type { Suspect } from '../../../../server/src/drift/suspect';
import { createFailures } from '../../../../server/src/failures/failures';
import { editedMark, type NewMark } from '../../../../server/src/outbox/mark';
import { createOutbox } from '../../../../server/src/outbox/outbox';
import { createPortionReader } from '../../../../server/src/writer/portion-reader';
import { createInMemoryEngine } from '../../../support/in-memory-engine';
import { OFFER, offers } from '../fixtures/collection';
import { createInMemoryDatabase } from '../fixtures/database';
import { titledEntries } from '../fixtures/titled-entries';

/** Offers that have a title in the database, and what the index shows of them. */
function begin(present: Record<string, string>) {
  const titles = new Map(Object.entries(present));
  const { strapi } = createInMemoryDatabase();
  const engine = createInMemoryEngine();
  const reader = createPortionReader({
    source: titledEntries(titles),
    sanitize: async (_, { title }) => ({ id: 1, documentId: '', title }),
    records: createCollectionRecords(strapi),
  });
  const outbox = createOutbox(strapi);
  const failures = createFailures(strapi);
  const collections = () => [offers()];
  const look = createSecondLook({ engine, reader, outbox, failures, collections }, offers(), 'full');

  return {
    outbox,
    failures,
    /** Pushes these offers with the titles given, whatever the database has. */
    push: async (shown: Record<string, string>) => {
      for (const [documentId, title] of Object.entries(shown)) {
        const before = titles.get(documentId);
        titles.set(documentId, title);
        const { upserts } = await reader.documents(offers(), [documentId]);
        await engine.addDocuments(
          'offer',
          upserts.map((document) => stampedLine(document, 1)),
        );
        if (before === undefined) titles.delete(documentId);
        else titles.set(documentId, before);
      }
      engine.process();
    },
    /** What comes of a look at these documents. */
    look: async (...documentIds: string[]) => {
      const suspects = documentIds.map((documentId): Suspect => {
        const id = `offer-${documentId}`;
        // Guessed from the id where that can be read, as for documents that were traced.
        const entry = readSearchDocumentId('offer', id) ?? { documentId, locale: null };
        return { id, index: 'offer', indecision: null, entry };
      });
      const { differences, undecided, failing } = await look(suspects);
      return {
        differences: differences.map(({ suspect, verdict }) => `${verdict} ${suspect.id}`),
        undecided: undecided.map(({ suspect, verdict }) => `${verdict} ${suspect.id}`),
        failing: failing.map(({ id }) => id),
      };
    },
  };
}

const NOTHING = { differences: [], undecided: [], failing: [] };

describe('a second look', () => {
  it('finds what is missing, stale and orphaned, and passes over what is equal', async () => {
    const { push, look } = begin({ equal: 'Cook', missing: 'Nurse', stale: 'Baker' });
    await push({ equal: 'Cook', stale: 'Miller', orphaned: 'Ghost' });
    expect(await look('equal', 'missing', 'stale', 'orphaned')).toEqual({
      ...NOTHING,
      differences: ['missing offer-missing', 'stale offer-stale', 'orphaned offer-orphaned'],
    });
  });

  it('takes no living document for an orphan whose documentId looks as if it ended in a locale', async () => {
    const documentId = 'k3jx0c9u2m1q7w5e8r4t6y0z-fr';
    const { push, look } = begin({ [documentId]: 'Cook' });
    await push({ [documentId]: 'Cook' });
    expect(await look(documentId)).toEqual(NOTHING);
  });

  it('calls nothing drift that a mark names: it is about to be pushed', async () => {
    const { outbox, look } = begin({ saved: 'Cook', lost: 'Nurse' });
    await outbox.add([editedMark(OFFER, 'saved')]);
    expect(await look('saved', 'lost')).toEqual({ ...NOTHING, differences: ['missing offer-lost'] });
  });

  it.each<[sentence: string, mark: NewMark]>([
    [
      'something that documents may embed was changed',
      { uid: OFFER, documentId: 'acme', kind: 'embeds', relatedUid: 'api::company.company' },
    ],
    ['more was written than can be named', { uid: OFFER, documentId: '*', kind: 'all', relatedUid: null }],
  ])('decides nothing while a mark says that %s', async (_, mark) => {
    const { outbox, look } = begin({ lost: 'Nurse' });
    await outbox.add([mark]);
    expect(await look('lost')).toEqual({ ...NOTHING, undecided: ['missing offer-lost'] });
  });

  it('goes by marks of its own collection only', async () => {
    const { outbox, look } = begin({ lost: 'Nurse' });
    await outbox.add([editedMark('api::housing.housing', 'lost')]);
    expect(await look('lost')).toEqual({ ...NOTHING, differences: ['missing offer-lost'] });
  });

  it('leaves a document with a failure to the list of failures', async () => {
    const { failures, look } = begin({ failing: 'Cook' });
    const failure = { documentId: 'failing', locale: null, index: null, stage: 'push' as const, message: 'no' };
    await failures.record(OFFER, { documentIds: ['failing'], entries: null }, [failure]);
    expect(await look('failing')).toEqual({ ...NOTHING, failing: ['offer-failing'] });
  });
});
