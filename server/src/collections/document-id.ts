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

/** Whether an id looks as if strapi-plugin-meilisearch had made it for this model, with Strapi's 24-letter documentIds. */
export function isGeneratedId(modelName: string, id: string): boolean {
  const prefix = `${modelName}-`;
  return id.startsWith(prefix) && /^[a-z0-9]{24}(-[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/.test(id.slice(prefix.length));
}
