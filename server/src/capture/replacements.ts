import type { Dependencies } from '../dependencies/dependencies';
import type { Embedders } from '../dependencies/embedders';
import type { Embedding } from '../dependencies/find-embeddings';
import type { Link } from '../dependencies/link';
import type { ParentsOf } from '../dependencies/parents';
import { climbToLosses, type Losses } from './losses';

/** Tells, once a row is there that replaces a deleted one, who embedded the deleted one and does not embed the new one. */
export type Replacement = (newRowId: number) => Promise<Losses>;

/**
 * Finds who will lose a row in whose place Strapi puts another one, as it does when it publishes. To be asked before the
 * write. Most links are made again: a city that is published again must not have all its offers pushed.
 */
export type BeginReplacement = (uid: string, rowIds: readonly number[]) => Promise<Replacement>;

/** Who holds the rows by a link that Strapi may not make again, and the embeddings that begin with it. */
interface Hold {
  readonly link: Link;
  readonly embeddings: Embedding[];
  /** Numbers alone: Strapi itself has an object for each of them in memory meanwhile. */
  readonly parents: Set<number>;
}

export function createReplacements(
  dependencies: Pick<Dependencies, 'embeddingsOf'>,
  embedders: Embedders,
  parentsOf: ParentsOf,
): BeginReplacement {
  /** One for each link, however many embeddings share it. */
  const holdsOn = (uid: string): Hold[] => {
    const holds = new Map<string, Hold>();
    for (const embedding of dependencies.embeddingsOf(uid)) {
      const [link] = embedding.links;
      if (!link || link.survivesPublish) continue;
      const key = JSON.stringify(link);
      const hold = holds.get(key) ?? { link, embeddings: [], parents: new Set() };
      hold.embeddings.push(embedding);
      holds.set(key, hold);
    }
    return [...holds.values()];
  };

  return async (uid, rowIds) => {
    const holds = holdsOn(uid);
    for (const { link, parents } of holds) {
      for await (const portion of parentsOf(link, rowIds)) for (const id of portion) parents.add(id);
    }
    return async (newRowId) => {
      for (const { link, parents } of holds) {
        if (parents.size === 0) continue;
        for await (const portion of parentsOf(link, [newRowId])) for (const id of portion) parents.delete(id);
      }
      const ascents = holds.flatMap(({ embeddings, parents }) =>
        embeddings.map((embedding) => ({ embedding, rowIds: [...parents], links: embedding.links.slice(1) })),
      );
      return climbToLosses(embedders, ascents);
    };
  };
}
