import type { Dependencies } from '../dependencies/dependencies';
import type { Embedders } from '../dependencies/embedders';
import type { Embedding } from '../dependencies/find-embeddings';
import { type LinkChange, linkChange } from './link-changes';
import { type Ascent, climbToLosses, type Losses } from './losses';
import type { TouchedRows } from './touched';

/**
 * Finds who will lose what it embeds. To be asked before the write: afterwards the links are gone, and nothing leads
 * from what was embedded to the documents that still show it.
 */
export interface BrokenLinks {
  byDeletion(uid: string, rows: TouchedRows): Promise<Losses>;

  /** @param rowIds - the rows to be written with this data; none where they are yet to be created */
  byLinking(uid: string, rowIds: readonly number[], data: Readonly<Record<string, unknown>>): Promise<Losses>;

  /** Whether {@link BrokenLinks.byLinking} depends on the rows. */
  needsRows(uid: string, data: Readonly<Record<string, unknown>>): boolean;
}

export function createBrokenLinks(dependencies: Dependencies, embedders: Embedders): BrokenLinks {
  const losses = (ascents: readonly Ascent[]) => climbToLosses(embedders, ascents);

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

  /**
   * A parent that can have one child only loses it to what is linked to it from here. Where that is published the parent
   * is found as one that embeds it, but nobody looks for those of a draft.
   */
  const displacedByDrafts = (uid: string, data: Readonly<Record<string, unknown>>): Ascent[] => {
    // What the document service does not write as a draft says when it was published.
    if (data.publishedAt != null) return [];
    return dependencies.embeddingsOf(uid).flatMap((embedding) => {
      const [link, ...links] = embedding.links;
      if (!link?.isSingle || link.inverse === null) return [];
      const rowIds = linkChange(data[link.inverse])?.linked ?? [];
      return rowIds.length > 0 ? [{ embedding, rowIds, links }] : [];
    });
  };

  return {
    async byDeletion(uid, { ids, documents }) {
      const lost = dependencies.embeddingsOf(uid);
      if (documents === 'all') return new Map(lost.map(({ collection }) => [collection.uid, 'all']));
      return losses(lost.map((embedding) => ({ embedding, rowIds: ids, links: embedding.links })));
    },

    byLinking: (uid, rowIds, data) =>
      losses([
        ...writtenFromHere(uid, data).map((written) => ascentFrom(rowIds, written)),
        ...takenFromOthers(uid, data),
        ...displacedByDrafts(uid, data),
      ]),

    needsRows: (uid, data) => writtenFromHere(uid, data).some(({ change }) => change.replaces),
  };
}
