import { type Clock, processClock } from './clock';

/** Sleep that can be cut short. */
export interface Wake {
  /** Something was committed: it is news soon. Never throws, for it is called within a user's commit. */
  byCommit(): void;
  /** A person or the process wants something: ends any sleep. */
  byCommand(): void;
  /** From now on what is committed is gathered for so many milliseconds, from the first commit on, before it is news. */
  gather(milliseconds: number): void;
  /** Sleeps, in milliseconds, or until there is news. Answers whether there is, and then it is news no more. */
  doze(milliseconds: number): Promise<boolean>;
  /** Sleeps out a pause after an error, which commits must not cut short: the engine would be asked at every save. */
  endure(milliseconds: number): Promise<void>;
}

/** Gathers nothing until it is told to. */
export function createWake({ after }: Pick<Clock, 'after'> = processClock): Wake {
  let gathering = 0;
  let stopGathering: (() => void) | null = null;
  /** What came while nobody slept counts for the next sleep. */
  const news = { commit: false, command: false };
  let endDoze: (() => void) | null = null;
  let endAny: (() => void) | null = null;

  const sleep = (milliseconds: number, register: (end: () => void) => void) =>
    new Promise<void>((resolve) => {
      const callOff = after(milliseconds, resolve);
      register(() => {
        callOff();
        resolve();
      });
    });

  const tell = () => {
    stopGathering = null;
    news.commit = true;
    endDoze?.();
  };

  const forget = () => {
    stopGathering?.();
    stopGathering = null;
    news.command = news.commit = false;
  };

  return {
    byCommit() {
      if (stopGathering || news.commit) return;
      if (gathering === 0) tell();
      else stopGathering = after(gathering, tell);
    },

    byCommand() {
      news.command = true;
      endAny?.();
    },

    gather(milliseconds) {
      gathering = milliseconds;
    },

    async doze(milliseconds) {
      if (!news.command && !news.commit) {
        await sleep(milliseconds, (end) => {
          endDoze = endAny = end;
        });
        endDoze = endAny = null;
      }
      const hasCome = news.command || news.commit;
      // Whoever looks now sees what is being gathered too.
      if (hasCome) forget();
      return hasCome;
    },

    async endure(milliseconds) {
      if (!news.command) {
        await sleep(milliseconds, (end) => {
          endAny = end;
        });
        endAny = null;
      }
      news.command = false;
    },
  };
}
