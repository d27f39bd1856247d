import type { ConfigProblem } from '../contract';
import { conflictingSettings } from '../engine/declared-settings';
import type { CollectionDefinition } from './collection';

/** Settings that collections sharing an index declare differently: one index can have one value, the first wins. */
export function settingsConflicts(definitions: readonly CollectionDefinition[]): ConfigProblem[] {
  const places = new Map(
    definitions.flatMap(({ engine, indexes }) =>
      indexes.map((index) => [`${engine.host ?? ''} ${index}`, { host: engine.host, index }]),
    ),
  );
  return [...places.values()].flatMap(({ host, index }) => {
    const sharing = definitions.filter(({ engine, indexes }) => engine.host === host && indexes.includes(index));
    const uids = sharing.map(({ uid }) => uid);
    return conflictingSettings(sharing.map(({ settings }) => settings)).map((key) => ({
      path: `settings.${key}`,
      given: `different values in ${uids.join(' and ')}, which share index "${index}"`,
      allowed: 'one value for an index; the first one is used',
    }));
  });
}
