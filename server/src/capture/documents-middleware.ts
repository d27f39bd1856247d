import type { Modules } from '@strapi/types';

import type { DocumentActions } from './document-actions';
import type { Marker } from './marker';

const WRITES = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);

/**
 * The second net: after a write through the document service, marks the document if no lifecycle did,
 * as happens while a transfer has the lifecycles switched off. It adds nothing to a write that was seen.
 * On the way in it tells the lifecycles which action they are part of.
 */
export function createDocumentsMiddleware(
  marker: Marker,
  actions: DocumentActions,
  isCaptured: (uid: string) => boolean,
): Modules.Documents.Middleware.Middleware {
  const middleware = async (
    { action, uid, params }: { action: string; uid: string; params: unknown },
    next: () => Promise<unknown>,
  ): Promise<unknown> => {
    if (!WRITES.has(action) || !isCaptured(uid)) return next();

    const { result, hasSeen } = await actions.run({ name: action, uid, documentId: documentIdOf(params) }, next);
    const documentId = documentIdOf(result) ?? documentIdOf(params);
    if (documentId !== null && !hasSeen(uid, documentId)) await marker.changed({ uid, documents: [documentId] });
    return result;
  };
  // Strapi types the result as that of every action at once; it is handed on untouched.
  return middleware as Modules.Documents.Middleware.Middleware;
}

function documentIdOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('documentId' in value)) return null;
  return typeof value.documentId === 'string' ? value.documentId : null;
}
