import { type Clock, processClock } from './clock';

/** Sleep that can be cut short. */
export interface Wake {
  /** Something was committed: a {@link Wake.doze} ends soon. Never throws, for it is called within a user's commit. */
  byCommit(): void;
  /** A person or the process wants something: ends any sleep. */
  byCommand(): void;
  /** Sleeps, in milliseconds, until there may be something to do. */
  doze(milliseconds: number): Promise<void>;
  /** Sleeps out a pause after an error, which commits must not cut short: the engine would be asked at every save. */
  endure(milliseconds: number): Promise<void>;
}

/** @param gathering - milliseconds that a doze goes on after a commit, so that what follows at once is done together */
export function createWake({ after }: Pick<Clock, 'after'> = processClock, gathering = 0): Wake {
  /** What came while nobody slept counts for the next sleep. */
  const due = { commit: false, command: false };
  let endDozeSoon: (() => void) | null = null;
  let endAny: (() => void) | null = null;

  const sleep = (milliseconds: number, register: (end: () => void, endSoon: () => void) => void) =>
    new Promise<void>((resolve) => {
      const timers: (() => void)[] = [];
      const end = () => {
        for (const cancel of timers) cancel();
        resolve();
      };
      const endWithin = (most: number) => timers.push(after(most, end));
      endWithin(milliseconds);
      register(end, () => (gathering > 0 ? endWithin(gathering) : end()));
    });

  return {
    byCommit() {
      due.commit = true;
      endDozeSoon?.();
      endDozeSoon = null;
    },

    byCommand() {
      due.command = true;
      endAny?.();
    },

    async doze(milliseconds) {
      if (!due.command) {
        await sleep(milliseconds, (end, endSoon) => {
          endAny = end;
          if (due.commit) endSoon();
          else endDozeSoon = endSoon;
        });
      }
      due.commit = due.command = false;
      endDozeSoon = endAny = null;
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
