import { uniteDeclared } from './declared-settings';
import { DEFAULT_SETTINGS } from './default-settings';
import { withOwnFilters } from './filterable-attributes';
import type { IndexSettings } from './search-engine';
import { explicitSearchable } from './searchable-attributes';
import { isAlreadySet } from './settings-comparison';

export interface SettingsSituation {
  /** What the index has; `null` where there is no such index. */
  current: IndexSettings | null;
  /** What users declare, one for each collection that shares the index, in a fixed order. */
  declared: readonly IndexSettings[];
  /** Top-level fields of the search documents in order of first appearance. */
  fields: readonly string[];
}

/**
 * The smallest patch that gives an index what its collections and the plugin need; empty where nothing differs, for
 * even a patch without effect holds up the engine's queue.
 *
 * - `filterableAttributes`: what is there, what is declared, and what the plugin filters by
 * - `searchableAttributes`: as declared, else every field, never the plugin's own
 * - anything else: as declared, or left alone
 */
export function planSettings({ current, declared, fields }: SettingsSituation): IndexSettings {
  const wanted = uniteDeclared(declared);
  wanted.filterableAttributes = withOwnFilters(
    filterableNow(current),
    (wanted.filterableAttributes ?? []) as unknown[],
  );
  wanted.searchableAttributes ??= explicitSearchable(current && (current.searchableAttributes as string[]), fields);
  return differing(wanted, current);
}

/** The part of {@link planSettings} that documents of the plugin cannot do without, and that no engine refuses. */
export function planOwnSettings({ current, declared, fields }: SettingsSituation): IndexSettings {
  const wanted: IndexSettings = { filterableAttributes: withOwnFilters(filterableNow(current), []) };
  if (uniteDeclared(declared).searchableAttributes === undefined) {
    wanted.searchableAttributes = explicitSearchable(current && (current.searchableAttributes as string[]), fields);
  }
  return differing(wanted, current);
}

const filterableNow = (current: IndexSettings | null) =>
  (current ?? DEFAULT_SETTINGS).filterableAttributes as unknown[];

function differing(wanted: IndexSettings, current: IndexSettings | null): IndexSettings {
  const present = current ?? DEFAULT_SETTINGS;
  return Object.fromEntries(Object.entries(wanted).filter(([key, value]) => !isAlreadySet(key, value, present)));
}
