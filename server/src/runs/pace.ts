import type { RunPace } from '../contract';

/** Milliseconds that the rate looks back. */
const WINDOW = 10_000;

/** Measures how fast a run goes over the last seconds, so that a change of pace shows soon. */
export interface PaceMeter {
  /** Takes in how many entries are done in all. */
  observe(done: number): void;
  /** @param total - entries to do in all; `null` where that is unknown */
  pace(total: number | null): RunPace;
}

/** @param monotonic - milliseconds that never run backwards */
export function createPaceMeter(monotonic: () => number): PaceMeter {
  let samples: { at: number; done: number }[] = [];

  return {
    observe(done) {
      const at = monotonic();
      samples.push({ at, done });
      // One sample older than the window stays, as its beginning.
      const first = samples.findLastIndex((sample) => at - sample.at >= WINDOW);
      if (first > 0) samples = samples.slice(first);
    },

    pace(total) {
      const first = samples[0];
      const last = samples.at(-1);
      if (!first || !last || last.at === first.at || last.done <= first.done) return { rate: null, secondsLeft: null };
      const rate = (last.done - first.done) / ((last.at - first.at) / 1000);
      return {
        rate: Math.round(rate),
        secondsLeft: total === null ? null : Math.max(0, Math.ceil((total - last.done) / rate)),
      };
    },
  };
}
