/** How time passes for a process: the real one, or that of a simulation. */
export interface Clock {
  /** Milliseconds that never run backwards. */
  monotonic(): number;
  /** Calls back once after so many milliseconds, at the next occasion for zero. Answers how to call it off. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const processClock: Clock = {
  monotonic: () => performance.now(),
  after(milliseconds, callback) {
    // setImmediate for zero: a timer would wait a millisecond at least, a thousand times in a long run.
    if (milliseconds <= 0) return clearImmediate.bind(null, setImmediate(callback));
    return clearTimeout.bind(null, setTimeout(callback, milliseconds));
  },
};
