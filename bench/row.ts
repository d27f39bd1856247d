import { median } from './statistics';

/** A figure and its reference, taken in the same round. */
export interface Pair {
  figure: number;
  reference: number;
}

/** One line of the result. */
export interface Row {
  name: string;
  /** The median, over the rounds, of figure ÷ reference. */
  ratio: number;
  /** What the ratio may be at most, or `null` where it is only shown. */
  limit: number | null;
  /** Medians of the rounds. */
  figure: number;
  reference: number;
  unit: string;
  rounds: number;
  /** The largest ratio of the rounds less the smallest. */
  spread: number;
}

/**
 * Sums rounds up.
 * @param limit - of the ratio, or of a figure by its reference
 */
export function toRow(
  name: string,
  unit: string,
  pairs: readonly Pair[],
  limit: number | null | ((reference: number) => number),
): Row {
  const ratios = pairs.map(({ figure, reference }) => figure / reference);
  const reference = median(pairs.map((pair) => pair.reference));
  return {
    name,
    unit,
    ratio: median(ratios),
    limit: typeof limit === 'function' ? limit(reference) / reference : limit,
    figure: median(pairs.map(({ figure }) => figure)),
    reference,
    rounds: pairs.length,
    spread: Math.max(...ratios) - Math.min(...ratios),
  };
}
