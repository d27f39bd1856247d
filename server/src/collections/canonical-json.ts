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
  if (mayBeDeep(text) && depthOf(text) > DEEPEST)
    throw new TypeError(`the document is nested more than ${DEEPEST} levels deep`);
  return wellFormed(text);
}

/** Whether it has more brackets than levels are allowed: hardly any content has, and the rest need not be read again. */
function mayBeDeep(json: string): boolean {
  return countOf('{', json) + countOf('[', json) > DEEPEST;
}

function countOf(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}

/** Measured on what is written, for a `toJSON` on the way may write more or less than there is. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  // Strings are passed over as a whole: brackets in a text are no levels.
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Half of an emoji, as text cut by `slice` ends with, stays an escape in JSON that the engine cannot read. */
function wellFormed(json: string): string {
  if (!/\\ud/i.test(json)) return json;
  return json.replace(/\\(?:u(d[89a-f][0-9a-f]{2})|.)/gi, (escape, loneSurrogate: string | undefined) =>
    loneSurrogate === undefined ? escape : '\\ufffd',
  );
}
