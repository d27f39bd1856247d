import { type Clock, processClock } from './clock';

/** Sleep that can be cut short. */
export interface Wake {
  /** Something was committed: ends a {@link Wake.doze}. Never throws, for it is called within a user's commit. */
  byCommit(): void;
  /** A person or the process wants something: ends any sleep. */
  byCommand(): void;
  /** Sleeps, in milliseconds, until there may be something to do. */
  doze(milliseconds: number): Promise<void>;
  /** Sleeps out a pause after an error, which commits must not cut short: the engine would be asked at every save. */
  endure(milliseconds: number): Promise<void>;
}

export function createWake({ after }: Pick<Clock, 'after'> = processClock): Wake {
  /** What came while nobody slept counts for the next sleep. */
  const due = { commit: false, command: false };
  let endDoze: (() => void) | null = null;
  let endAny: (() => void) | null = null;

  const sleep = (milliseconds: number, register: (end: () => void) => void) =>
    new Promise<void>((resolve) => {
      const cancel = after(milliseconds, resolve);
      register(() => {
        cancel();
        resolve();
      });
    });

  return {
    byCommit() {
      due.commit = true;
      endDoze?.();
    },

    byCommand() {
      due.command = true;
      endAny?.();
    },

    async doze(milliseconds) {
      if (!due.commit && !due.command) {
        await sleep(milliseconds, (end) => {
          endDoze = endAny = end;
        });
      }
      due.commit = due.command = false;
      endDoze = endAny = null;
    },

    async endure(milliseconds) {
      if (!due.command) {
        await sleep(milliseconds, (end) => {
          endAny = end;
        });
      }
      due.command = false;
      endAny = null;
    },
  };
}
