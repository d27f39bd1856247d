import type { Core } from '@strapi/types';

import { inPortions, STATEMENT_VALUES } from '../database/table';
import { inTransaction } from '../database/transaction';
import type { Embedding } from './find-embeddings';
import type { Link } from './link';
import { createParentsOf } from './parents';

/** Finds the documents of a collection that embed given rows. */
export interface Embedders {
  /** The rows of these documents: every version and locale. */
  rowsOf(uid: string, documentIds: readonly string[]): Promise<number[]>;

  /**
   * Climbs an embedding from what is embedded up to the collection, with one indexed look-up per link and portion.
   * Portions of documentIds come as they are found and may repeat one; no more is held in memory than a page per link.
   *
   * @param rowIds - rows at the foot of the first link
   * @param links - the embedding's, or the upper part of them
   */
  climb(embedding: Embedding, rowIds: readonly number[], links?: readonly Link[]): AsyncGenerator<string[]>;
}

export function createEmbedders(strapi: Core.Strapi): Embedders {
  const parentsOf = createParentsOf(strapi);
  const tableOf = (uid: string) => strapi.db.metadata.get(uid).tableName;

  /** Only what may be in scope: what a draft embeds is nothing to a collection of published entries. */
  const documentsOf = async ({ collection }: Embedding, rowIds: readonly number[]): Promise<string[]> => {
    const { uid, scope } = collection;
    const hasVersions = strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.options?.draftAndPublish === true;
    const rows = await inTransaction<{ document_id: string | null }[]>(strapi, ({ trx }) => {
      const query = trx(tableOf(uid)).distinct('document_id').whereIn('id', rowIds);
      if (!hasVersions) return query;
      return scope.status === 'published' ? query.whereNotNull('published_at') : query.whereNull('published_at');
    });
    return rows.flatMap(({ document_id: documentId }) => documentId ?? []);
  };

  async function* climb(
    embedding: Embedding,
    rowIds: readonly number[],
    links: readonly Link[] = embedding.links,
  ): AsyncGenerator<string[]> {
    const [link, ...above] = links;
    for (const portion of inPortions(rowIds)) {
      if (link) {
        for await (const parents of parentsOf(link, portion)) yield* climb(embedding, parents, above);
      } else {
        const documentIds = await documentsOf(embedding, portion);
        if (documentIds.length > 0) yield documentIds;
      }
    }
  }

  return {
    climb,

    async rowsOf(uid, documentIds) {
      if (documentIds.length > STATEMENT_VALUES) throw new Error(`more than ${STATEMENT_VALUES} documents at once`);
      const rows = await inTransaction<{ id: number }[]>(strapi, ({ trx }) =>
        trx(tableOf(uid)).select('id').whereIn('document_id', documentIds),
      );
      return rows.map(({ id }) => id);
    },
  };
}
