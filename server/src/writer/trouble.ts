/** What is wrong at present, so that it is said once for each cause and not at each attempt. */
export interface Trouble {
  /** Notes a cause. Answers whether there was another one before, or none. */
  begins(cause: string): boolean;
  /** Notes that nothing is wrong any more. Answers whether anything was. */
  ends(): boolean;
}

export function createTrouble(): Trouble {
  let present: string | null = null;
  return {
    begins(cause) {
      const before = present;
      present = cause;
      return cause !== before;
    },
    ends() {
      const before = present;
      present = null;
      return before !== null;
    },
  };
}

/** What an error says, whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** An error as a log shows it where nobody expected it. */
export function inFull(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
