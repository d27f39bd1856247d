import type { CollectionDefinition } from '../collections/collection';
import { localeOf, searchDocumentId } from '../collections/document-id';
import type { Identity } from '../collections/subject';
import type { DocumentStanding, IndexStanding } from '../contract';
import { isOwnedBy } from '../drift/ownership';
import { readStored } from '../drift/read-stored';
import { type Expectation, verdictOn } from '../drift/verdict';
import type { SearchEngine, StoredDocument } from '../engine/search-engine';
import type { Failures, SeenFailure } from '../failures/failures';
import type { MarksAmong, Outbox } from '../outbox/outbox';
import type { Portion } from '../writer/portion';
import type { PortionReader } from '../writer/portion-reader';
import { documentState } from './document-state';

/** What the database says of an entry, or what an index may have of one that it does not know. */
interface Known {
  /** Of the search document. */
  readonly id: string;
  readonly locale: string | null;
  readonly expectation: Expectation;
  readonly isInScope: boolean;
  readonly isExcluded: boolean;
}

/**
 * How a document stands in each of its collection's indexes, as both sides are now: its entries in scope, and what an index
 * has of it besides. Changes nothing.
 * @param deps.collections - all collections that are synced
 */
export async function documentStanding(
  deps: {
    engine: SearchEngine;
    reader: Pick<PortionReader, 'preview'>;
    outbox: Pick<Outbox, 'marksAmong'>;
    failures: Pick<Failures, 'ofDocument'>;
    collections: () => readonly CollectionDefinition[];
  },
  collection: CollectionDefinition,
  documentId: string,
): Promise<DocumentStanding> {
  const { engine, reader, outbox, failures, collections } = deps;
  const marks = () => outbox.marksAmong(collection.uid, [documentId]);

  // Before and after: what was pushed between the two sides, or saved, has left its mark at one of the two.
  const before = await marks();
  const portion = await reader.preview(collection, [documentId]);
  const recorded = await failures.ofDocument(collection.uid, documentId);
  const known = knownOf(portion, documentId);
  const ids = known.map(({ id }) => id);
  const stored = await Promise.all(collection.indexes.map((index) => readStored(engine, index, ids, 'content')));
  const marked = markedBy([before, await marks()], documentId);

  const foundAt = ({ id, expectation }: Known, position: number): StoredDocument | undefined => {
    const found = stored[position]?.get(id);
    const isOthers = found && expectation.kind === 'absent' && !isOwnedBy(collection, collections(), found);
    return isOthers ? undefined : found;
  };
  /** Where a failure names no locale or no index it is one of all of them. */
  const failureOf = ({ locale }: Known, index: string): SeenFailure | undefined =>
    [...portion.failures, ...recorded].find(
      (failure) =>
        (failure.locale === null || failure.locale === locale) && (failure.index === null || failure.index === index),
    );
  const standingIn = (entry: Known, index: string, position: number): IndexStanding => {
    const found = foundAt(entry, position);
    const failure = failureOf(entry, index);
    const { isExcluded } = entry;
    const verdict = verdictOn(entry.expectation, found);
    return {
      uid: index,
      state: documentState({ verdict, isExcluded, isFailing: failure !== undefined, ...marked }),
      syncedAt: found ? pushedAt(found) : null,
      error: failure?.message ?? null,
    };
  };

  const isAnywhere = (entry: Known) => collection.indexes.some((_, position) => foundAt(entry, position));
  const entries = known
    .filter((entry) => entry.isInScope || isAnywhere(entry))
    .map((entry) => ({
      locale: entry.locale,
      id: entry.id,
      indexes: collection.indexes.map((index, position) => standingIn(entry, index, position)),
    }));
  return { documentId, entries };
}

/** All that there may be of a document on either side, in the order of the ids. */
function knownOf({ collection, upserts, excluded, failures, deletions }: Portion, documentId: string): Known[] {
  const { modelName } = collection;
  const nothing = { expectation: { kind: 'absent' }, isInScope: true, isExcluded: false } as const;
  const named = ({ locale }: Identity) => ({ id: searchDocumentId(modelName, documentId, locale), locale });
  const inScope: Known[] = [
    ...upserts.map((document) => ({
      ...nothing,
      ...named(document),
      expectation: { kind: 'content' as const, document },
    })),
    ...excluded.map((entry) => ({ ...nothing, ...named(entry), isExcluded: true })),
    ...failures.map((entry) => ({ ...nothing, ...named(entry) })),
  ];
  const idsInScope = new Set(inScope.map(({ id }) => id));
  const beyond = deletions
    .filter((id) => !idsInScope.has(id))
    .map((id) => ({ ...nothing, id, locale: localeOf(modelName, documentId, id), isInScope: false }));
  return [...inScope, ...beyond].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function markedBy(looks: readonly MarksAmong[], documentId: string) {
  return {
    isMarked: looks.some(({ named }) => named.has(documentId)),
    mayBeMarked: looks.some(({ unnamed }) => unnamed !== null),
  };
}

/** What lies in a document may be anybody's, and then is no moment. */
function pushedAt({ _strapi }: StoredDocument): string | null {
  const moment = new Date(_strapi?.syncedAt ?? NaN);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
