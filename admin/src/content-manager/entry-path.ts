import type { Collection } from '../../../server/src/contract';

/** Which entry of a collection is meant. */
export interface EntryName {
  documentId: string;
  locale: string | null;
}

/** Where an entry is edited in the Content Manager; `null` where that does not show its content type. */
export function entryPath(
  { uid, contentManager }: Pick<Collection, 'uid' | 'contentManager'>,
  { documentId, locale }: EntryName,
): string | null {
  if (contentManager === null) return null;
  // The address of a single type names no document: it has but one.
  const document = contentManager === 'single-types' ? '' : `/${encodeURIComponent(documentId)}`;
  const language = locale === null ? '' : `?plugins[i18n][locale]=${encodeURIComponent(locale)}`;
  return `/content-manager/${contentManager}/${uid}${document}${language}`;
}
