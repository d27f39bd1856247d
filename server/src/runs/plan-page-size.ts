import type { CollectionDefinition } from '../collections/collection';

/** With so many pages unfinished the engine keeps up: it was given the last ones just now. */
const KEEPING_UP = 2;
/** With more than so many it does not. */
const BEHIND = 4;

/**
 * How many entries the next page of an update has. Each page costs the engine and the writer something however few it has. Where
 * the engine keeps up with what is read, large pages make that less; where it does not, small ones come in turn with live
 * edits, and the engine takes several at a time by itself.
 * @param present - entries of the last page; `null` before the first
 * @param unfinished - pages the engine has not finished
 */
export function planPageSize(
  present: number | null,
  unfinished: number,
  { least, most }: CollectionDefinition['pages'],
): number {
  if (present === null || unfinished > BEHIND) return least;
  return unfinished > KEEPING_UP ? present : Math.min(most, present * 2);
}
