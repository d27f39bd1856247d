import type { Core, UID } from '@strapi/types';
import { contentTypes } from '@strapi/utils';

import type { Identity } from '../collections/subject';
import type { BrokenLinks } from './broken-links';
import type { DocumentActions } from './document-actions';
import type { Losses } from './losses';
import type { Marker } from './marker';
import type { BeginReplacement, Replacement } from './replacements';
import { documentsOf, readTouchedRows, type RowQuery, type Touched } from './touched';

type Data = Record<string, unknown>;

/** The part of an answer that capture reads; a caller's `select` may have left it out. */
interface Row {
  id?: number;
  documentId?: string | null;
  publishedAt?: unknown;
}

/** The part of a lifecycle event that capture reads. */
interface LifecycleEvent {
  action: string;
  model: { uid: string; attributes: Record<string, object> };
  params: RowQuery & { data?: unknown };
  /** Shared by what comes before a write and what comes after it. */
  state: { documents?: Touched; losses?: Losses; replacement?: Replacement; givenData?: unknown };
  result?: unknown;
}

/**
 * The first net: database lifecycles, which run in the content's transaction whatever wrote it
 * (documents, Content Manager, REST, query engine). What a write deletes or unlinks is looked up before it.
 */
export function subscribeToLifecycles(
  strapi: Core.Strapi,
  rooms: {
    marker: Marker;
    brokenLinks: BrokenLinks;
    beginReplacement: BeginReplacement;
    actions: DocumentActions;
    isCaptured: (uid: string) => boolean;
    isEmbedded: (uid: string) => boolean;
  },
): void {
  const { marker, brokenLinks, beginReplacement, actions, isCaptured, isEmbedded } = rooms;

  /** Leaves out content types that nothing synced depends on. */
  const ifCaptured = (handle: (event: LifecycleEvent) => Promise<void>) => async (event: LifecycleEvent) => {
    if (isCaptured(event.model.uid)) await handle(event);
  };

  const beforeCreation = async ({ model: { uid }, params, state }: LifecycleEvent) => {
    state.losses = await brokenLinks.byLinking(uid, [], dataOf(params));
  };

  /** Strapi updates what `where` selects; `_q` and `filters` narrow only what it answers. */
  const rowsToUpdate = ({ model: { uid }, params: { where } }: LifecycleEvent) =>
    readTouchedRows(strapi, uid, { where });

  const beforeUpdate = async (event: LifecycleEvent) => {
    const { uid } = event.model;
    const data = dataOf(event.params);
    const isRenamed = renamedTo(event) !== null;
    const rows = isRenamed || brokenLinks.needsRows(uid, data) ? await rowsToUpdate(event) : null;
    event.state.losses = await brokenLinks.byLinking(uid, rows?.ids ?? [], data);
    if (isRenamed && rows) event.state.documents = withRenamed(rows.documents, event);
  };

  const beforeUpdateMany = async (event: LifecycleEvent) => {
    const rows = await rowsToUpdate(event);
    event.state.losses = await brokenLinks.byLinking(event.model.uid, rows.ids, dataOf(event.params));
    event.state.documents = withRenamed(rows.documents, event);
  };

  /** The document's other id, where a write gives it one: its search document has the old one. */
  const renamedTo = ({ model: { uid }, params }: LifecycleEvent): string | null => {
    const { documentId } = dataOf(params);
    return typeof documentId === 'string' && !actions.isRunningOn(uid, documentId) ? documentId : null;
  };

  const withRenamed = (documents: Touched, event: LifecycleEvent): Touched => {
    const renamed = renamedTo(event);
    return documents === 'all' || renamed === null ? documents : [...documents, renamed];
  };

  /** Strapi replaces one row at a time. */
  const isReplaced = (uid: string, documents: Touched): boolean =>
    documents !== 'all' && documents.length === 1 && documents.every((id) => actions.isReplacing(uid, id));

  const beforeDeletion = async ({ model: { uid }, params, state }: LifecycleEvent) => {
    const isResultEnough = !('select' in params);
    // Nothing but the result is needed of what nobody embeds.
    if (isResultEnough && !isEmbedded(uid)) return;
    const rows = await readTouchedRows(strapi, uid, { where: params.where });
    state.documents = rows.documents;
    if (isResultEnough && isReplaced(uid, rows.documents)) {
      state.replacement = await beginReplacement(uid, rows.ids);
    } else {
      state.losses = await brokenLinks.byDeletion(uid, rows);
    }
  };

  const beforeDeletions = async ({ model: { uid }, params, state }: LifecycleEvent) => {
    const rows = await readTouchedRows(strapi, uid, params);
    state.documents = rows.documents;
    state.losses = await brokenLinks.byDeletion(uid, rows);
  };

  const touchedByOne = async ({ model: { uid }, params, state, result }: LifecycleEvent): Promise<Touched> => {
    if (state.documents) return state.documents;
    const row = result as Row | null | undefined;
    if (row?.documentId !== undefined) return documentsOf([{ documentId: row.documentId }]);
    // A caller who passed `select` may have left the documentId out of the result, one who passed `filters` all of it.
    if (row) return (await readTouchedRows(strapi, uid, { where: { id: row.id } })).documents;
    return params.filters === undefined || params.where === undefined
      ? []
      : (await readTouchedRows(strapi, uid, { where: params.where })).documents;
  };

  /** Whether nothing was written but a draft that was one before: the query engine may make one of what is published. */
  const isDraft = ({ action, model: { uid }, params, result }: LifecycleEvent, documents: Touched): boolean => {
    const hasDrafts = contentTypes.hasDraftAndPublish(strapi.contentType(uid as UID.ContentType));
    if (!hasDrafts || (result as Row | null | undefined)?.publishedAt !== null) return false;
    if (!('publishedAt' in dataOf(params))) return true;
    const isOfUpdate = documents !== 'all' && documents.every((documentId) => actions.takeDraft(uid, documentId));
    return isOfUpdate || action === 'afterCreate';
  };

  const afterOne = async (event: LifecycleEvent) => {
    const { uid } = event.model;
    const documents = await touchedByOne(event);
    await marker.changed({ uid, documents, isDraft: isDraft(event, documents) });
    await afterAny(uid, documents, event.state.losses);
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

  const afterCreation = async (event: LifecycleEvent) => {
    const { uid } = event.model;
    await afterOne(event);
    // What is written names the entry, whatever the caller wants to have back.
    const entry = identityOf(dataOf(event.params));
    const replacement = entry && actions.takeReplacement(uid, entry);
    const row = event.result as Row | null;
    if (replacement && row?.id !== undefined) await marker.lost(await replacement(row.id));
  };

  const afterDeletion = async (event: LifecycleEvent) => {
    const { replacement } = event.state;
    const entry = identityOf(event.result as Data);
    if (replacement && entry) actions.awaitReplacement(event.model.uid, entry, replacement);
    await afterOne(event);
  };

  strapi.db.lifecycles.subscribe({
    models: Object.keys(strapi.contentTypes),
    beforeCreate: ifCaptured(beforeCreation),
    afterCreate: ifCaptured(afterCreation),

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

    beforeUpdate: ifCaptured(beforeUpdate),
    afterUpdate: ifCaptured(afterOne),
    beforeUpdateMany: ifCaptured(beforeUpdateMany),
    afterUpdateMany: ifCaptured(afterMany),

    beforeDelete: ifCaptured(beforeDeletion),
    afterDelete: ifCaptured(afterDeletion),
    beforeDeleteMany: ifCaptured(beforeDeletions),
    afterDeleteMany: ifCaptured(afterMany),
  });
}

const dataOf = ({ data }: LifecycleEvent['params']) => (data ?? {}) as Data;

/** The entry that a row is of, where it says so. */
function identityOf({ documentId, locale }: Data): Identity | null {
  return typeof documentId === 'string' ? { documentId, locale: typeof locale === 'string' ? locale : null } : null;
}
