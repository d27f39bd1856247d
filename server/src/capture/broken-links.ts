import type { Dependencies } from '../dependencies/dependencies';
import type { Embedders } from '../dependencies/embedders';
import type { Embedding } from '../dependencies/find-embeddings';
import type { Link } from '../dependencies/link';
import { MOST_NAMED } from '../outbox/mark';
import { type LinkChange, linkChange } from './link-changes';
import type { Touched, TouchedRows } from './touched';

/** The documents of each collection, by its uid, that are about to lose something they embed. */
export type Losses = ReadonlyMap<string, Touched>;

/**
 * Finds who will lose what it embeds. To be asked before the write: afterwards the links are gone, and nothing leads
 * from what was embedded to the documents that still show it.
 */
export interface BrokenLinks {
  /**
   * @param isReplaced - whether Strapi puts another row in the place of each, as it does when it publishes: most links
   *   are then made again, so that the documents are found afterwards
   */
  byDeletion(uid: string, rows: TouchedRows, isReplaced: boolean): Promise<Losses>;

  /** @param rowIds - the rows to be written with this data; none where they are yet to be created */
  byLinking(uid: string, rowIds: readonly number[], data: Readonly<Record<string, unknown>>): Promise<Losses>;

  /** Whether {@link BrokenLinks.byLinking} depends on the rows. */
  needsRows(uid: string, data: Readonly<Record<string, unknown>>): boolean;
}

/** From which rows to climb which embedding, and which of its links are left to climb. */
interface Ascent {
  embedding: Embedding;
  rowIds: readonly number[];
  links: readonly Link[];
}

export function createBrokenLinks(dependencies: Dependencies, embedders: Embedders): BrokenLinks {
  const losses = async (ascents: readonly Ascent[]): Promise<Losses> => {
    const found = new Map<string, Set<string> | 'all'>();
    for (const { embedding, rowIds, links } of ascents) {
      const { uid } = embedding.collection;
      for await (const documentIds of embedders.climb(embedding, rowIds, links)) {
        const documents = found.get(uid) ?? new Set();
        if (documents === 'all') break;
        for (const documentId of documentIds) documents.add(documentId);
        found.set(uid, documents.size > MOST_NAMED ? 'all' : documents);
      }
    }
    return new Map([...found].map(([uid, documents]) => [uid, documents === 'all' ? 'all' : [...documents]]));
  };

  /** Links of other types to this one that are written from here. */
  const writtenFromHere = (uid: string, data: Readonly<Record<string, unknown>>) =>
    dependencies.embeddingsOf(uid).flatMap((embedding) => {
      const [link] = embedding.links;
      if (link?.inverse == null) return [];
      const change = linkChange(data[link.inverse]);
      if (!change) return [];
      // Where there can be one parent only, linking another one replaces it.
      const replaces = change.replaces || (link.isExclusive && change.linked.length > 0);
      return replaces || change.unlinked.length > 0 ? [{ embedding, change: { ...change, replaces } }] : [];
    });

  const ascentFrom = (
    rowIds: readonly number[],
    { embedding, change }: { embedding: Embedding; change: LinkChange },
  ) =>
    change.replaces
      ? { embedding, rowIds, links: embedding.links }
      : { embedding, rowIds: change.unlinked, links: embedding.links.slice(1) };

  /** What is linked here and may have one parent only is taken from the one it has. */
  const takenFromOthers = (uid: string, data: Readonly<Record<string, unknown>>): Ascent[] =>
    dependencies.embeddings().flatMap((embedding) =>
      embedding.links.flatMap((link, position) => {
        if (link.parentUid !== uid || !link.isExclusive) return [];
        const linked = linkChange(data[link.attribute])?.linked ?? [];
        return linked.length > 0 ? [{ embedding, rowIds: linked, links: embedding.links.slice(position) }] : [];
      }),
    );

  return {
    async byDeletion(uid, { ids, documents }, isReplaced) {
      const lost = dependencies.embeddingsOf(uid).filter(({ links }) => !(isReplaced && links[0]?.survivesPublish));
      if (documents === 'all') return new Map(lost.map(({ collection }) => [collection.uid, 'all']));
      return losses(lost.map((embedding) => ({ embedding, rowIds: ids, links: embedding.links })));
    },

    byLinking: (uid, rowIds, data) =>
      losses([
        ...writtenFromHere(uid, data).map((written) => ascentFrom(rowIds, written)),
        ...takenFromOthers(uid, data),
      ]),

    needsRows: (uid, data) => writtenFromHere(uid, data).some(({ change }) => change.replaces),
  };
}
