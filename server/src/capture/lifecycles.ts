import type { Core } from '@strapi/types';

import type { BrokenLinks, Losses } from './broken-links';
import type { DocumentActions } from './document-actions';
import type { Marker } from './marker';
import { readTouchedRows, type RowQuery, type Touched } from './touched';

type Data = Record<string, unknown>;

/** The part of a lifecycle event that capture reads. */
interface LifecycleEvent {
  model: { uid: string; attributes: Record<string, object> };
  params: RowQuery & { data?: unknown };
  /** Shared by what comes before a write and what comes after it. */
  state: { documents?: Touched; losses?: Losses; givenData?: unknown };
  result?: unknown;
}

/**
 * The first net: database lifecycles, which run in the content's transaction whatever wrote it
 * (documents, Content Manager, REST, query engine). What a write deletes or unlinks is looked up before it.
 *
 * @returns the function that ends the subscription
 */
export function subscribeToLifecycles(
  strapi: Core.Strapi,
  rooms: {
    marker: Marker;
    brokenLinks: BrokenLinks;
    actions: DocumentActions;
    isCaptured: (uid: string) => boolean;
    isEmbedded: (uid: string) => boolean;
  },
): () => void {
  const { marker, brokenLinks, actions, isCaptured, isEmbedded } = rooms;

  /** Leaves out content types that nothing synced depends on. */
  const ifCaptured = (handle: (event: LifecycleEvent) => Promise<void>) => async (event: LifecycleEvent) => {
    if (isCaptured(event.model.uid)) await handle(event);
  };

  const beforeLinking = async ({ model, params, state }: LifecycleEvent) => {
    const data = (params.data ?? {}) as Data;
    const rows = brokenLinks.needsRows(model.uid, data)
      ? await readTouchedRows(strapi, model.uid, params)
      : { ids: [] };
    state.losses = await brokenLinks.byLinking(model.uid, rows.ids, data);
  };

  const beforeDeletion = async ({ model: { uid }, params, state }: LifecycleEvent) => {
    const rows = await readTouchedRows(strapi, uid, params);
    const isReplaced = rows.documents !== 'all' && rows.documents.every((id) => actions.isReplacing(uid, id));
    state.documents = rows.documents;
    state.losses = await brokenLinks.byDeletion(uid, rows, isReplaced);
  };

  const afterOne = async ({ model: { uid }, state, result }: LifecycleEvent) => {
    const row = result as { id?: number; documentId?: string; publishedAt?: unknown } | null | undefined;
    if (!row) return;
    // A caller who passed `select` may have left the documentId out of the result.
    const documents =
      state.documents ??
      (row.documentId === undefined
        ? (await readTouchedRows(strapi, uid, { where: { id: row.id } })).documents
        : [row.documentId]);
    const isWithin = documents !== 'all' && documents.every((documentId) => actions.isRunningOn(uid, documentId));
    await marker.changed({ uid, documents, isDraft: isWithin && row.publishedAt === null });
    await afterAny(uid, documents, state.losses);
  };

  const afterMany = async ({ model: { uid }, state }: LifecycleEvent) => {
    const { documents = [], losses } = state;
    await marker.changed({ uid, documents });
    await afterAny(uid, documents, losses);
  };

  const afterAny = async (uid: string, documents: Touched, losses: Losses | undefined) => {
    if (losses) await marker.lost(losses);
    if (documents !== 'all') for (const documentId of documents) actions.see(uid, documentId);
  };

  return strapi.db.lifecycles.subscribe({
    models: Object.keys(strapi.contentTypes),
    beforeCreate: ifCaptured(beforeLinking),
    afterCreate: ifCaptured(afterOne),

    // Not every database tells which rows it inserted, so these documents are named before. The caller's own list is
    // put back afterwards: whoever uses it twice must get new documents.
    beforeCreateMany: ifCaptured(async ({ model, params, state }) => {
      if (!Array.isArray(params.data)) return;
      const { default: newDocumentId } = model.attributes.documentId as { default: () => string };
      state.givenData = params.data;
      const named = (params.data as Data[]).map((row) => ({ ...row, documentId: row.documentId ?? newDocumentId() }));
      params.data = named;
      state.documents = named.map(({ documentId }) => documentId as string);
    }),
    afterCreateMany: ifCaptured(async (event) => {
      event.params.data = event.state.givenData;
      await afterMany(event);
    }),

    beforeUpdate: ifCaptured(beforeLinking),
    afterUpdate: ifCaptured(afterOne),
    beforeUpdateMany: ifCaptured(async (event) => {
      await beforeLinking(event);
      event.state.documents = (await readTouchedRows(strapi, event.model.uid, event.params)).documents;
    }),
    afterUpdateMany: ifCaptured(afterMany),

    beforeDelete: ifCaptured(async (event) => {
      // Nothing but the result is needed of what nobody embeds.
      if (isEmbedded(event.model.uid) || 'select' in event.params) await beforeDeletion(event);
    }),
    afterDelete: ifCaptured(afterOne),
    beforeDeleteMany: ifCaptured(beforeDeletion),
    afterDeleteMany: ifCaptured(afterMany),
  });
}
