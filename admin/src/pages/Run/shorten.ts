import { type Segment } from './diff-text';

/** Characters that are kept on either side of a change. */
const CONTEXT = 80;
/** Characters of a stretch that has no neighbour, or is itself the change, that are kept from its beginning. */
const LONGEST = 400;

/** Leaves out what is far from any change. @returns the same segments where nothing is left out */
export function shorten(segments: Segment[]): Segment[] {
  if (segments.every((segment, place) => cut(segment, place, segments) === segment)) return segments;
  return segments.map(cut);
}

function cut(segment: Segment, place: number, all: readonly Segment[]): Segment {
  const { text, isChanged } = segment;
  const [follows, precedes] = [place > 0, place < all.length - 1];
  if (isChanged || (!follows && !precedes)) {
    return text.length <= LONGEST ? segment : { isChanged, text: `${head(text, LONGEST)} …` };
  }
  // Ahead of a change its end is near it, behind one its beginning, and between two both.
  const kept = (follows ? CONTEXT : 0) + (precedes ? CONTEXT : 0);
  if (text.length <= kept) return segment;
  return {
    isChanged,
    text: `${follows ? `${head(text, CONTEXT)} ` : ''}…${precedes ? ` ${tail(text, CONTEXT)}` : ''}`,
  };
}

/** The beginning of a text, to the end of its last whole word there; neither characters nor words are torn apart. */
function head(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/\s\S{0,20}$/, '');
}

/** The end of a text, from its first whole word there. */
function tail(text: string, length: number): string {
  return text
    .slice(-length)
    .replace(/^[\uDC00-\uDFFF]/, '')
    .replace(/^\S{0,20}\s/, '');
}
