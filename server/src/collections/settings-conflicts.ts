import type { ConfigProblem } from '../contract';
import { conflictingSettings } from '../engine/declared-settings';
import { displayHost, parseHost } from '../engine/host';
import type { CollectionDefinition } from './collection';

/**
 * Settings that collections sharing an index declare differently: one index can have one value, the first wins.
 * @param commonHost - that of collections which name none, where the configuration says it
 */
export function settingsConflicts(
  definitions: readonly CollectionDefinition[],
  commonHost: string | undefined,
): ConfigProblem[] {
  const engineOf = ({ engine: { host = commonHost } }: CollectionDefinition) =>
    host === undefined ? '' : displayHost(parseHost(host));
  const places = new Map(
    definitions.flatMap((definition) =>
      definition.indexes.map((index) => [`${engineOf(definition)} ${index}`, { engine: engineOf(definition), index }]),
    ),
  );
  return [...places.values()].flatMap(({ engine, index }) => {
    const sharing = definitions.filter(
      (definition) => engineOf(definition) === engine && definition.indexes.includes(index),
    );
    const uids = sharing.map(({ uid }) => uid);
    return conflictingSettings(sharing.map(({ settings }) => settings)).map((key) => ({
      path: `settings.${key}`,
      given: `different values in ${uids.join(' and ')}, which share index "${index}"`,
      allowed: 'one value for an index; the first one is used',
    }));
  });
}
