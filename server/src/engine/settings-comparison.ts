import { DEFAULT_SETTINGS } from './default-settings';
import { isSameJson } from './same-json';
import type { IndexSettings } from './search-engine';

/** Objects that the engine merges with what it has, and how many levels deep. Anything else it replaces. */
const MERGED_LEVELS: Record<string, number> = { chat: 1, embedders: 2, faceting: 2, pagination: 1, typoTolerance: 2 };

/**
 * Whether setting a key to this value would change nothing in the engine.
 *
 * It is always said to change something where the engine does not show what it has: an embedder's `apiKey` comes back
 * masked. Sending the same again does not embed anything anew.
 */
export function isAlreadySet(key: string, wanted: unknown, current: IndexSettings): boolean {
  const [wish, state, standard] = [wanted, current[key], DEFAULT_SETTINGS[key]].map((value) => storedForm(key, value));
  return holds(wish, state, standard, MERGED_LEVELS[key] ?? 0);
}

function holds(wish: unknown, state: unknown, standard: unknown, mergedLevels: number): boolean {
  if (wish === null) return isSameJson(state ?? null, standard ?? null);
  if (mergedLevels > 0 && isRecord(wish) && isRecord(state)) {
    return Object.entries(wish).every(([name, value]) => {
      const standardValue = isRecord(standard) ? standard[name] : undefined;
      return value === undefined || holds(value, state[name], standardValue, mergedLevels - 1);
    });
  }
  return isSameJson(wish, state);
}

/** A setting as the engine would store it, with sets in a fixed order. */
function storedForm(key: string, value: unknown): unknown {
  switch (key) {
    case 'dictionary':
    case 'nonSeparatorTokens':
    case 'separatorTokens':
    case 'sortableAttributes':
      return asSet(value);
    case 'stopWords':
      return asSet(value, decomposed);
    case 'displayedAttributes':
      return Array.isArray(value) && value.includes('*') ? ['*'] : value;
    case 'typoTolerance':
      return isRecord(value)
        ? {
            ...value,
            disableOnWords: asSet(value.disableOnWords, folded),
            disableOnAttributes: asSet(value.disableOnAttributes),
          }
        : value;
    case 'localizedAttributes':
      return Array.isArray(value) ? value.map(withCanonicalLocales) : value;
    default:
      return value;
  }
}

function asSet(value: unknown, fold: (item: unknown) => unknown = (item) => item): unknown {
  return Array.isArray(value) ? [...new Set(value.map(fold))].sort() : value;
}

function decomposed(word: unknown): unknown {
  return typeof word === 'string' ? word.normalize('NFKD') : word;
}

/** As the engine reads words: without case, accents, ligatures and curly apostrophes. */
function folded(word: unknown): unknown {
  if (typeof word !== 'string') return word;
  const letters = word.normalize('NFKD').replace(/\p{Mark}/gu, '');
  return letters.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('’', "'");
}

/** The engine takes `fr` and `fra`, and stores `fra`; only Mandarin (`cmn`) is no other name of Chinese (`zh`) to it. */
function withCanonicalLocales(rule: unknown): unknown {
  if (!isRecord(rule) || !Array.isArray(rule.locales)) return rule;
  return { ...rule, locales: rule.locales.map(canonicalLocale) };
}

function canonicalLocale(locale: unknown): unknown {
  const convertible = typeof locale === 'string' && /^[a-z]{2,3}$/.test(locale) && locale !== 'cmn';
  return convertible ? new Intl.Locale(locale).language : locale;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
