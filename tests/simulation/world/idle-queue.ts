const realImmediate = setImmediate;

/** Callbacks that are asked for at once: going round Node's event loop costs more than most of what is done in between. */
const ROUND = 64;

/**
 * Makes a promise each time that comes back when all that was set off has been done and only waits are left: Node does
 * so between two immediates, of which there are many in one round of its event loop.
 */
export function createIdleQueue(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let ahead = 0;

  const come = () => {
    ahead -= 1;
    waiting.shift()?.();
  };

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (ahead > 0) return;
      for (; ahead < ROUND; ahead += 1) realImmediate(come);
    });
}
