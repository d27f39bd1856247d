import type { CollectionDefinition } from '../../../server/src/collections/collection';
import type { EntryIdentity, EntrySource, Narrowing, RowRange } from '../../../server/src/collections/entry-source';
import type { Entry } from '../../../server/src/config/options';
import type { Dependencies } from '../../../server/src/dependencies/dependencies';
import type { Embedders } from '../../../server/src/dependencies/embedders';
import type { Embedding } from '../../../server/src/dependencies/find-embeddings';
import { offers } from '../../unit/server/fixtures/collection';
import { COMPANY, type Content, type ContentRow, HOUSING, mannerOf, OFFER } from './content';

/** Where both collections go; offers go to a second index besides. */
export const SHARED_INDEX = 'site';
export const OFFER_INDEX = 'offer';

/** How a process is configured. */
export interface Configuration {
  pageSize: number;
  /** Words that the settings of offers declare. */
  stopWords: readonly string[];
}

/** What the configuration makes of the content types. */
export function defineCollections(
  content: Content,
  { pageSize, stopWords }: Configuration,
): ReadonlyMap<string, CollectionDefinition> {
  const common: Partial<CollectionDefinition> = {
    pages: { read: Math.ceil(pageSize / 2), least: pageSize, most: 4 * pageSize },
    filterEntry: ({ entry }) => mannerOf(String(entry.title)) !== 'hidden',
    transformEntry: ({ entry, contentType }) => transform(content, contentType, entry),
  };
  const definitions = [
    offers({
      ...common,
      uid: OFFER,
      indexes: [OFFER_INDEX, SHARED_INDEX],
      enabledByConfig: true,
      scope: { status: 'published', locale: '*', filters: null },
      settings: { sortableAttributes: ['_geo'], stopWords: [...stopWords] },
    }),
    offers({ ...common, uid: HOUSING, modelName: 'housing', displayName: 'Housing', indexes: [SHARED_INDEX] }),
  ];
  return new Map(definitions.map((definition) => [definition.uid, definition]));
}

function transform(content: Content, contentType: string, { title, company }: Entry): Record<string, unknown> {
  const manner = mannerOf(String(title));
  if (manner === 'tricky' && content.isTransformBroken) throw new Error('transformEntry does not cope with this');
  return { title, company, ...(manner === 'misplaced' && contentType === OFFER ? { _geo: 'somewhere' } : {}) };
}

/** Takes a question to the database of the content and its answer back. */
export type Reading = <T>(read: () => T) => Promise<T>;

/** @param onRead - told the documents that are looked up, at the moment they are */
export function createContentSource(
  content: Content,
  reading: Reading,
  onRead: (uid: string, documentIds: readonly string[]) => void,
): EntrySource {
  const select = ({ uid }: CollectionDefinition, { filters, locale }: Narrowing = {}) =>
    content
      .rows()
      .filter((row) => row.uid === uid && (locale === undefined || row.locale === locale))
      .filter((row) => filters === undefined || row.company === filters.company);
  const toEntry = (row: ContentRow): Entry => ({
    id: row.id,
    documentId: row.documentId,
    locale: row.locale,
    title: row.title,
    company: row.company === null ? null : content.companyName(row.company),
  });
  const toIdentity = ({ id, documentId, locale }: ContentRow): EntryIdentity => ({
    ...{ id, documentId, locale },
    updatedAt: null,
  });
  const isWithin =
    ({ after, until }: RowRange) =>
    ({ id }: ContentRow) =>
      id > after && (until === null || id <= until);

  return {
    count: (collection, narrowing) => reading(() => select(collection, narrowing).length),
    lastRow: ({ uid }) =>
      reading(() =>
        Math.max(
          0,
          ...content
            .rows()
            .filter((row) => row.uid === uid)
            .map(({ id }) => id),
        ),
      ),
    page: (collection, { limit, narrowing, ...range }) =>
      reading(() => select(collection, narrowing).filter(isWithin(range)).slice(0, limit).map(toEntry)),
    identities: (collection, { limit, ...range }) =>
      reading(() => select(collection).filter(isWithin(range)).slice(0, limit).map(toIdentity)),
    identitiesOf: (collection, documentIds) =>
      reading(() =>
        select(collection)
          .filter(({ documentId }) => documentIds.includes(documentId))
          .map(toIdentity),
      ),
    ofDocuments: (collection, documentIds) =>
      reading(() => {
        onRead(collection.uid, documentIds);
        return select(collection)
          .filter(({ documentId }) => documentIds.includes(documentId))
          .map(toEntry);
      }),
  };
}

/** Offers embed the company that they name. */
export function createCompanyDependencies(
  content: Content,
  reading: Reading,
  synced: () => readonly CollectionDefinition[],
): { dependencies: Dependencies; embedders: Embedders } {
  const embeddings = (): Embedding[] =>
    synced().flatMap((collection) =>
      collection.uid === OFFER ? [{ collection, uid: COMPANY, links: [], decides: false }] : [],
    );
  const names = [...Array(100).keys()].map(String);

  return {
    dependencies: { embeddings, embeddingsOf: (uid) => embeddings().filter((embedding) => embedding.uid === uid) },
    embedders: {
      // Companies are named by numbers, which serve as their row ids.
      rowsOf: (_uid, documentIds) => reading(() => names.filter((name) => documentIds.includes(name)).map(Number)),
      async *climb(_embedding, rowIds) {
        for (let after = 0; ;) {
          const found = await reading(() =>
            content
              .rows()
              .find(({ id, company }) => id > after && company !== null && rowIds.includes(Number(company))),
          );
          if (!found) return;
          after = found.id;
          yield [found.documentId];
        }
      },
    },
  };
}
