/** Meilisearch's rule for the ids of documents. */
const VALID = /^[A-Za-z0-9_-]{1,511}$/;

/** The id of the search document of an entry: `<modelName>-<documentId>`, and `-<locale>` where it has one. */
export function searchDocumentId(modelName: string, documentId: string, locale: string | null | undefined): string {
  const base = `${modelName}-${documentId}`;
  return locale ? `${base}-${locale}` : base;
}

/** Whether the engine takes this id; it would refuse the whole batch otherwise. */
export function isValidSearchDocumentId(id: string): boolean {
  return VALID.test(id);
}

/**
 * The documentIds that a search document's id may stand for: locales contain hyphens too (`pt-BR`), so an id can be
 * read in several ways. Empty where the id is not one of this model.
 */
export function possibleDocumentIds(modelName: string, id: string): string[] {
  const prefix = `${modelName}-`;
  if (!id.startsWith(prefix)) return [];
  const parts = id.slice(prefix.length).split('-');
  return parts.map((_, index) => parts.slice(0, index + 1).join('-')).filter((candidate) => candidate !== '');
}

/** The locale in a search document's id, where its documentId is known; `null` where it has none. */
export function localeOf(modelName: string, documentId: string, id: string): string | null {
  const rest = id.slice(`${searchDocumentId(modelName, documentId, null)}-`.length);
  return rest === '' ? null : rest;
}

/** Strapi's documentIds have 24 letters and digits. */
const GENERATED = /^([a-z0-9]{24})(?:-([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?$/;

/** The entry that a search document's id stands for, where Strapi made its documentId; else `null`. */
export function readSearchDocumentId(
  modelName: string,
  id: string,
): { documentId: string; locale: string | null } | null {
  const prefix = `${modelName}-`;
  if (!id.startsWith(prefix)) return null;
  const [, documentId, locale = null] = GENERATED.exec(id.slice(prefix.length)) ?? [];
  return documentId === undefined ? null : { documentId, locale };
}

/** Whether an id looks as if strapi-plugin-meilisearch had made it for this model. */
export function isGeneratedId(modelName: string, id: string): boolean {
  return readSearchDocumentId(modelName, id) !== null;
}
