/** A gate on somebody's way: who comes while it is shut waits until it opens. */
export interface Gate {
  shut(): void;
  open(): void;
  pass(): Promise<void>;
  /** How many wait now. */
  readonly waiting: number;
}

/** A gate that is open at first. */
export function createGate(): Gate {
  let isShut = false;
  const waiting: (() => void)[] = [];
  return {
    shut() {
      isShut = true;
    },
    open() {
      isShut = false;
      for (const letPass of waiting.splice(0)) letPass();
    },
    async pass() {
      if (isShut) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    get waiting() {
      return waiting.length;
    },
  };
}
