/** Fields of the plugin's own, which nobody's search shall match. */
const OWN_FIELDS = ['_meilisearch_id', '_strapi'];

/**
 * The explicit list of searchable fields where users declare none: what is listed now, and the fields of the search
 * documents that are not. Under the engine's default (`*`) every stamp is found by a search for its digits, and changing
 * it costs more than indexing the document for the first time.
 *
 * While no field is known, an index that is there keeps its default: an empty list is allowed and means that nothing is
 * searchable, which would hide documents that somebody else put there. A new index starts with the empty list.
 *
 * @param current - the list now; `null` where there is no index yet
 * @param fields - top-level fields of the search documents in order of first appearance
 */
export function explicitSearchable(current: readonly string[] | null, fields: readonly string[]): string[] {
  const added = [...new Set(fields)].filter((field) => !isOwn(field));
  if (current === null) return added;
  if (current.includes('*')) return added.length > 0 ? added : ['*'];
  return [...new Set([...current.filter((field) => !isOwn(field)), ...added])];
}

function isOwn(field: string): boolean {
  return OWN_FIELDS.some((own) => field === own || field.startsWith(`${own}.`));
}
