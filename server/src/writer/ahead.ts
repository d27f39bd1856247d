/** Bytes enqueued before it is known how fast the engine is. */
const FIRST_BYTES = 4_000_000;
/** How much of what was seen before counts beside what is seen now. */
const MEMORY = 0.7;
/** Bytes: what takes the engine long with less is the batch and not its content, and tells nothing of its speed. */
const TELLING = 256_000;
/** Milliseconds for which it counts that somebody has saved. */
const REMEMBERED = 30_000;

/** What the engine was given and has not finished, in bytes. */
export interface Unfinished {
  /** It has not begun with it. */
  queued: number;
  /** It is at it. */
  begun: number;
  /** Milliseconds since it began with that. */
  since: number;
}

/**
 * How much may be enqueued ahead of the engine: enough to keep it busy, and that its disk is safe. Each batch of the engine
 * has a cost of its own, so few large ones are best; but a save shares the queue, and waits for what is ahead of it.
 */
export interface Ahead {
  /** Takes in that the engine has finished this many bytes within this many milliseconds of work. */
  observe(bytes: number, milliseconds: number): void;
  /** Takes in that somebody saves: whoever saves next is not to wait long. */
  noteEdit(): void;
  /** Bytes that the engine may have still to do. */
  allowance(): number;
  /**
   * Whether more may be enqueued. What the engine is at counts for less the longer it is at it: by the time it is through,
   * what waits makes a batch as large as the allowance, and a save has never more than the allowance before it. While
   * somebody saves it counts in full: what is enqueued behind a save makes the batch longer that the save waits for.
   */
  hasRoom(unfinished: Unfinished): boolean;
}

/**
 * @param bounds - seconds of the engine's work, `calm` while nobody saves and `edited` while somebody does, and bytes of
 *   payload, whichever is less
 * @param monotonic - milliseconds that never run backwards
 */
export function createAhead(bounds: { calm: number; edited: number; bytes: number }, monotonic: () => number): Ahead {
  /** Summed up, so that a large batch tells more than a small one, most of whose time is what every batch costs. */
  const seen = { bytes: 0, milliseconds: 0 };
  let editedAt = -Infinity;

  const isEdited = () => monotonic() - editedAt < REMEMBERED;

  /** Bytes in a millisecond; `null` while nobody knows. */
  const speed = () => (seen.bytes === 0 ? null : seen.bytes / seen.milliseconds);

  const allowance = () => {
    const known = speed();
    return Math.min(
      bounds.bytes,
      known === null ? FIRST_BYTES : known * 1000 * (isEdited() ? bounds.edited : bounds.calm),
    );
  };

  return {
    observe(bytes, milliseconds) {
      if (bytes < TELLING || milliseconds <= 0) return;
      seen.bytes = seen.bytes * MEMORY + bytes;
      seen.milliseconds = seen.milliseconds * MEMORY + milliseconds;
    },
    noteEdit() {
      editedAt = monotonic();
    },
    allowance,
    hasRoom({ queued, begun, since }) {
      const done = isEdited() ? 0 : (speed() ?? 0) * since;
      const left = Math.max(0, begun - done);
      return queued + left < allowance() && queued + begun < bounds.bytes;
    },
  };
}
