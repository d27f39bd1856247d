import { createHash } from 'node:crypto';

import { canonicalJson } from './canonical-json';
import type { CollectionDefinition } from './collection';

/**
 * What decides what documents a collection has, how they look and where they go, in short: as long as it is the same, what was
 * pushed before a restart is what would be pushed after it. Functions count by their text, not by what they refer to.
 * @param lane - the engine they go to
 */
export function fingerprintDefinition(
  { indexes, scope, selection, filterEntry, transformEntry, unsanitizedFields, settings }: CollectionDefinition,
  lane: string,
): string {
  const functions = { filterEntry: filterEntry?.toString(), transformEntry: transformEntry?.toString() };
  const definition = { lane, indexes, scope, selection, unsanitizedFields, settings, ...functions };
  return createHash('sha256').update(canonicalJson(definition)).digest('hex').slice(0, 16);
}
