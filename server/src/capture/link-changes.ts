/** What a write says of one relation, by row ids. */
export interface LinkChange {
  /** Whether the links named are all there will be. */
  readonly replaces: boolean;
  readonly linked: readonly number[];
  readonly unlinked: readonly number[];
}

/**
 * Reads the value of a relation as Strapi's query engine takes it: an id, a list of them, `{ set }`, or
 * `{ connect, disconnect }`.
 * @returns `null` where the value changes nothing
 */
export function linkChange(value: unknown): LinkChange | null {
  if (value === undefined) return null;
  if (isPlainObject(value) && !('id' in value)) {
    if (value.set) return { replaces: true, linked: idsIn(value.set), unlinked: [] };
    const linked = idsIn(value.connect);
    const unlinked = idsIn(value.disconnect);
    return linked.length + unlinked.length > 0 ? { replaces: false, linked, unlinked } : null;
  }
  return { replaces: true, linked: idsIn(value), unlinked: [] };
}

function idsIn(value: unknown): number[] {
  return [value].flat().flatMap((one: unknown) => {
    const id = Number(isPlainObject(one) ? one.id : (one ?? NaN));
    return Number.isInteger(id) ? [id] : [];
  });
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
