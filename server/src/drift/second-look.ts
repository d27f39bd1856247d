import type { CollectionDefinition } from '../collections/collection';
import { possibleDocumentIds } from '../collections/document-id';
import type { SearchDocument } from '../collections/search-document';
import type { CheckDepth, Verdict } from '../contract';
import type { SearchEngine, StoredDocument } from '../engine/search-engine';
import type { Failures } from '../failures/failures';
import type { Outbox } from '../outbox/outbox';
import type { Portion } from '../writer/portion';
import type { PortionReader } from '../writer/portion-reader';
import { type Indecision, indecisionOn } from './indecision';
import { isOwnedBy } from './ownership';
import { readStored } from './read-stored';
import type { Suspect } from './suspect';
import { comparedAt, type Expectation, verdictOn } from './verdict';

/** A document on which both sides, read again, do not agree. */
export interface Difference {
  readonly suspect: Suspect;
  readonly verdict: Verdict;
}

/** A difference that may be about to end; its suspect says what keeps it undecided. */
export interface Undecided extends Difference {
  readonly suspect: Suspect & { readonly indecision: Indecision };
}

/** What a second look at suspects has shown; whoever is named nowhere is as it ought to be. */
export interface SecondLook {
  readonly differences: readonly Difference[];
  /** Different, while marks are not drained yet that may be about them: their suspects are to be looked at again. */
  readonly undecided: readonly Undecided[];
  /** With a failure on record, which keeps their last good version in the index. */
  readonly failing: readonly Suspect[];
  /** What the database says of the documents they belong to. */
  readonly portion: Portion;
}

/**
 * Looks at both sides of suspects again before anybody calls them drift.
 *
 * Must run where the writer does, between two of its steps: a write that was committed before the database is read here
 * has left a mark that is still there afterwards, unless the engine had done it before it was read here.
 */
export function createSecondLook(
  deps: {
    engine: SearchEngine;
    reader: PortionReader;
    outbox: Outbox;
    failures: Failures;
    collections: () => readonly CollectionDefinition[];
  },
  collection: CollectionDefinition,
  depth: CheckDepth,
) {
  const { engine, reader, outbox, failures, collections } = deps;

  /** All that the id may stand for: what a suspect's entry is may have been guessed from it, and a guess deletes nothing. */
  const documentIdsOf = ({ id }: Suspect): string[] => possibleDocumentIds(collection.modelName, id);

  const compared = comparedAt(depth);
  const expectation = (document: SearchDocument | undefined): Expectation =>
    document ? { kind: compared, document } : { kind: 'absent' };

  return async (suspects: readonly Suspect[]): Promise<SecondLook> => {
    const documentIds = [...new Set(suspects.flatMap(documentIdsOf))];
    const portion = await reader.documents(collection, documentIds);
    const documents = new Map(portion.upserts.map((document) => [document.id, document]));
    const failingIds = await failures.among(collection.uid, documentIds);
    for (const { documentId } of portion.failures) failingIds.add(documentId);
    const isFailing = (suspect: Suspect) => documentIdsOf(suspect).some((documentId) => failingIds.has(documentId));

    const different: (Difference & { versions: string })[] = [];
    for (const index of collection.indexes) {
      const here = suspects.filter((suspect) => suspect.index === index && !isFailing(suspect));
      const stored = await readStored(
        engine,
        index,
        here.map(({ id }) => id),
        compared,
      );
      for (const suspect of here) {
        const found = stored.get(suspect.id);
        const document = documents.get(suspect.id);
        const verdict = verdictOn(expectation(document), found);
        const isOthers = verdict === 'orphaned' && found && !isOwnedBy(collection, collections(), found);
        if (verdict && !isOthers) different.push({ suspect, verdict, versions: versionsOf(document, found) });
      }
    }

    const { named, unnamed } = await outbox.marksAmong(
      collection.uid,
      different.flatMap(({ suspect }) => documentIdsOf(suspect)),
    );
    const differences: Difference[] = [];
    const undecided: Undecided[] = [];
    for (const { suspect, verdict, versions } of different) {
      // What a mark names is about to be pushed as it is now: whatever differs now is over then.
      if (documentIdsOf(suspect).some((id) => named.has(id))) continue;
      const indecision = indecisionOn(versions, unnamed, suspect.indecision);
      if (indecision) undecided.push({ suspect: { ...suspect, indecision }, verdict });
      else differences.push({ suspect, verdict });
    }
    return { differences, undecided, failing: suspects.filter(isFailing), portion };
  };
}

function versionsOf(document: SearchDocument | undefined, stored: StoredDocument | undefined): string {
  const [database, engine] = [document?.version, stored && (stored._strapi?.version ?? 'none')];
  return `${database ?? 'absent'} ${engine ?? 'absent'}`;
}
