import type { Core } from '@strapi/types';

import { inPortions } from '../database/table';
import type { Marker } from './marker';

/** The part of a lifecycle event that capture reads. */
interface LifecycleEvent {
  model: { uid: string };
  params: { where?: unknown; _q?: unknown; filters?: unknown; select?: unknown };
  state: Record<string, unknown>;
  result?: unknown;
}

/**
 * The first net: database lifecycles, which run in the content's transaction whatever wrote it
 * (documents, Content Manager, REST, query engine).
 *
 * Bulk writes name no rows afterwards, so the documents they will touch are read before.
 * @returns the function that ends the subscription
 */
export function subscribeToLifecycles(
  strapi: Core.Strapi,
  marker: Marker,
  isCaptured: (uid: string) => boolean,
): () => void {
  const documentIds = async (uid: string, query: object): Promise<string[]> => {
    const rows = (await strapi.db.query(uid).findMany({ ...query, select: ['documentId'] })) as {
      documentId: string;
    }[];
    return rows.map((row) => row.documentId);
  };

  /** A caller who passed `select` may have left the documentId out of the result. */
  const touchedBy = async ({ model, result }: LifecycleEvent): Promise<string[]> => {
    const row = result as { id?: number; documentId?: string } | null | undefined;
    if (!row) return [];
    if (row.documentId !== undefined) return [row.documentId];
    return documentIds(model.uid, { where: { id: row.id } });
  };

  const markTouched = async (event: LifecycleEvent) => {
    if (isCaptured(event.model.uid)) await marker.mark(event.model.uid, await touchedBy(event));
  };

  const remember = async (event: LifecycleEvent) => {
    if (!isCaptured(event.model.uid)) return;
    const { where, _q, filters } = event.params;
    event.state.meilisearchDocumentIds = await documentIds(event.model.uid, { where, _q, filters });
  };

  const markRemembered = async (event: LifecycleEvent) => {
    const remembered = event.state.meilisearchDocumentIds as string[] | undefined;
    if (remembered) await marker.mark(event.model.uid, remembered);
  };

  const rememberUnlessInResult = async (event: LifecycleEvent) => {
    if (event.params.select) await remember(event);
  };

  const markCreated = async ({ model, result }: LifecycleEvent) => {
    if (!isCaptured(model.uid)) return;
    for (const ids of inPortions((result as { ids: number[] }).ids)) {
      await marker.mark(model.uid, await documentIds(model.uid, { where: { id: { $in: ids } } }));
    }
  };

  return strapi.db.lifecycles.subscribe({
    models: Object.keys(strapi.contentTypes),
    afterCreate: markTouched,
    afterCreateMany: markCreated,
    afterUpdate: markTouched,
    beforeUpdateMany: remember,
    afterUpdateMany: markRemembered,
    beforeDelete: rememberUnlessInResult,
    afterDelete: async (event: LifecycleEvent) => {
      if (event.state.meilisearchDocumentIds) await markRemembered(event);
      else await markTouched(event);
    },
    beforeDeleteMany: remember,
    afterDeleteMany: markRemembered,
  });
}
