import { DEFAULT_SETTINGS } from './default-settings';
import { isSameJson } from './same-json';
import type { IndexSettings } from './search-engine';

/** Lists that collections in one index extend for each other. */
const UNITED = new Set(['displayedAttributes', 'filterableAttributes', 'searchableAttributes', 'sortableAttributes']);

/**
 * What the collections that share an index want of it: lists of attributes united in the order of the collections, of
 * anything else the first declaration. Searchable attributes that name everything (`*`) are not declared.
 */
export function uniteDeclared(declared: readonly IndexSettings[]): IndexSettings {
  const united = new Map<string, unknown>();
  for (const [key, value] of declared.flatMap(declarations)) {
    if (UNITED.has(key)) united.set(key, uniteLists(united.get(key) ?? [], value ?? DEFAULT_SETTINGS[key]));
    else if (!united.has(key)) united.set(key, value);
  }
  return Object.fromEntries(united);
}

/** The keys of which {@link uniteDeclared} drops a declaration, because an earlier one says otherwise. */
export function conflictingSettings(declared: readonly IndexSettings[]): string[] {
  const united = uniteDeclared(declared);
  const dropped = declared
    .flatMap(declarations)
    .filter(([key, value]) => !UNITED.has(key) && !isSameJson(value, united[key]));
  return [...new Set(dropped.map(([key]) => key))];
}

function declarations(settings: IndexSettings): [key: string, value: unknown][] {
  return Object.entries(settings).filter(
    ([key, value]) => value !== undefined && !(key === 'searchableAttributes' && namesEverything(value)),
  );
}

function namesEverything(searchable: unknown): boolean {
  return searchable === null || (Array.isArray(searchable) && searchable.includes('*'));
}

/** What is no list is kept as an item, so that the engine says what is wrong with it. */
function uniteLists(known: unknown, added: unknown): unknown[] {
  return [...new Set([known, added].flat())];
}
