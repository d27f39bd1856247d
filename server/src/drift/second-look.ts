import type { CollectionDefinition } from '../collections/collection';
import { possibleDocumentIds } from '../collections/document-id';
import type { SearchDocument } from '../collections/search-document';
import type { CheckDepth, Verdict } from '../contract';
import type { SearchEngine } from '../engine/search-engine';
import type { Failures } from '../failures/failures';
import type { Outbox } from '../outbox/outbox';
import type { Portion } from '../writer/portion';
import type { PortionReader } from '../writer/portion-reader';
import { isOwnedBy } from './ownership';
import { readStored } from './read-stored';
import type { Suspect } from './suspect';
import { type Expectation, verdictOn } from './verdict';

/** A document that both sides, read again, do not agree on. */
export interface Difference {
  readonly suspect: Suspect;
  readonly verdict: Verdict;
}

/** What a second look at suspects has shown; whoever is named nowhere is as it ought to be. */
export interface SecondLook {
  readonly differences: readonly Difference[];
  /** Different, while marks are not drained yet that may be about them: to be looked at again. */
  readonly undecided: readonly Suspect[];
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

  const expectation = (document: SearchDocument | undefined): Expectation =>
    document ? { kind: depth === 'deep' ? 'content' : 'version', document } : { kind: 'absent' };

  return async (suspects: readonly Suspect[]): Promise<SecondLook> => {
    const documentIds = [...new Set(suspects.flatMap(documentIdsOf))];
    const portion = await reader.documents(collection, documentIds);
    const documents = new Map(portion.upserts.map((document) => [document.id, document]));
    const failingIds = await failures.among(collection.uid, documentIds);
    for (const { documentId } of portion.failures) failingIds.add(documentId);
    const isFailing = (suspect: Suspect) => documentIdsOf(suspect).some((documentId) => failingIds.has(documentId));

    const differences: Difference[] = [];
    for (const index of collection.indexes) {
      const here = suspects.filter((suspect) => suspect.index === index && !isFailing(suspect));
      const stored = await readStored(
        engine,
        index,
        here.map(({ id }) => id),
        depth,
      );
      for (const suspect of here) {
        const found = stored.get(suspect.id);
        const verdict = verdictOn(expectation(documents.get(suspect.id)), found);
        const isOthers = verdict === 'orphaned' && found && !isOwnedBy(collection, collections(), found);
        if (verdict && !isOthers) differences.push({ suspect, verdict });
      }
    }

    const { named, mayBeAny } = await outbox.marksAmong(
      collection.uid,
      differences.flatMap(({ suspect }) => documentIdsOf(suspect)),
    );
    // What a mark names is about to be pushed as it is now: whatever differs now is over then.
    const unnamed = differences.filter(({ suspect }) => !documentIdsOf(suspect).some((id) => named.has(id)));
    return {
      differences: mayBeAny ? [] : unnamed,
      undecided: mayBeAny ? unnamed.map(({ suspect }) => suspect) : [],
      failing: suspects.filter(isFailing),
      portion,
    };
  };
}
