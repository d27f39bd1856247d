/** Bytes enqueued before it is known how fast the engine is. */
const FIRST_BYTES = 4_000_000;
const SMOOTHING = 0.3;

/**
 * How much may be enqueued ahead of the engine: enough to keep it busy, little enough that a save, which shares the
 * queue, is searchable within seconds, and that the engine's disk is safe.
 */
export interface Ahead {
  /** Takes in that the engine has finished this many bytes within this many milliseconds of work. */
  observe(bytes: number, milliseconds: number): void;
  /** Bytes that may be enqueued and unfinished. */
  allowance(): number;
}

/** @param bounds - `seconds` of the engine's work and `bytes` of payload, whichever is less */
export function createAhead(bounds: { seconds: number; bytes: number }): Ahead {
  let bytesPerSecond: number | null = null;
  return {
    observe(bytes, milliseconds) {
      if (bytes <= 0 || milliseconds <= 0) return;
      const seen = (bytes / milliseconds) * 1000;
      bytesPerSecond = bytesPerSecond === null ? seen : bytesPerSecond + SMOOTHING * (seen - bytesPerSecond);
    },
    allowance() {
      return Math.min(bounds.bytes, bytesPerSecond === null ? FIRST_BYTES : bytesPerSecond * bounds.seconds);
    },
  };
}
