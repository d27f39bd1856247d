/** A source of random choices that gives the same choices for the same seed, on every machine. */
export interface Random {
  /** A number from 0 (included) to 1 (excluded). */
  unit(): number;
  /** An integer from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** True in `probability` of all cases. */
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** `count` different items in random order; all of them when there are fewer. */
  sample<T>(items: readonly T[], count: number): T[];
  /** An id as Strapi makes them: a letter, then 23 letters or digits. */
  documentId(): string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const WARM_UP_ROUNDS = 12;

/**
 * The random choices for one thing: `index` numbers the things of one `kind`. Each has a stream of its own, so that it
 * comes out the same whether it is made first, last or alone.
 */
export function randomFor(seed: number, kind: string, index: number): Random {
  const next = sfc32(seed, hash(kind), index);
  const unit = () => next() / 2 ** 32;
  const below = (limit: number) => Math.floor(unit() * limit);

  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('Nothing to pick from');
    return items[below(items.length)] as T;
  };

  return {
    unit,
    integer: (min, max) => min + below(max - min + 1),
    chance: (probability) => unit() < probability,
    pick,
    sample(items, count) {
      const rest = [...items];
      const length = Math.min(count, rest.length);
      return Array.from({ length }, () => rest.splice(below(rest.length), 1)).flat();
    },
    documentId() {
      const tail = Array.from({ length: 4 }, () => next().toString(36).padStart(6, '0').slice(-6)).join('');
      return LETTERS.charAt(below(LETTERS.length)) + tail.slice(1);
    },
  };
}

/** Chris Doty-Humphrey's "small fast counting" generator: 128 bits of state, so that no two streams meet. */
function sfc32(a: number, b: number, c: number): () => number {
  let counter = 1;
  const next = () => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  };
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) next();
  return next;
}

/** FNV-1a: a 32-bit number for a word. */
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (const character of word) value = Math.imul(value ^ character.charCodeAt(0), 0x01000193);
  return value;
}
