import { configure } from 'safe-stable-stringify';

/** Levels that content may be nested; the engine gives up at about 120. */
const DEEPEST = 100;

/**
 * Keys in a fixed order at every depth: the engine compares the raw text of fields, and a changed order of nested keys
 * costs it more than a first indexing.
 */
const stringify = configure({ deterministic: true, circularValue: TypeError });

/**
 * Writes content as the one line of JSON that equal content always has, and that the engine can read.
 * @throws where it is circular, nested too deeply or does not make an object: then this entry alone is at fault
 */
export function canonicalJson(content: Record<string, unknown>): string {
  const text = stringify(content);
  if (!text.startsWith('{')) throw new TypeError(`the document is written as ${text.slice(0, 20)}, not as an object`);
  if (isDeeperThan(content, DEEPEST)) throw new TypeError(`the document is nested more than ${DEEPEST} levels deep`);
  return wellFormed(text);
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

/** Half of an emoji, as text cut by `slice` ends with, stays an escape in JSON that the engine cannot read. */
function wellFormed(json: string): string {
  return json.replace(/\\(?:u(d[89a-f][0-9a-f]{2})|.)/gi, (escape, loneSurrogate: string | undefined) =>
    loneSurrogate === undefined ? escape : '\\ufffd',
  );
}
