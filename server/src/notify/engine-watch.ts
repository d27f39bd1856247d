import { EngineError, type SearchEngine } from '../engine/search-engine';
import type { Clock } from '../writer/clock';
import type { EngineWatch } from '../writer/writer';
import type { News } from './news';

/** Milliseconds between looks at an engine that nobody asks anything of. */
const INTERVAL = 60_000;
/** The longest time that timers know. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Watches one engine for the writer that holds its lease: tells when it has been away for too long, and when it is back.
 * It asks by itself now and then, for where nobody saves anything, nobody would notice.
 *
 * @param deps.patience - milliseconds that an engine may be away without a word
 * @param deps.now - milliseconds since the epoch
 */
export function createEngineWatch(deps: {
  engine: Pick<SearchEngine, 'version'>;
  host: string;
  patience: number;
  clock: Clock;
  now: () => number;
  tell: (news: News) => void;
}): EngineWatch {
  const { engine, host, patience, clock, now, tell } = deps;
  const interval = Math.min(INTERVAL, patience / 2);
  let away: { since: string; error: string; isTold: boolean; callOff: () => void } | null = null;
  let asksAt = clock.monotonic() + interval;

  const tellAway = () => {
    if (!away) return;
    away.isTold = true;
    tell({ kind: 'engine-unreachable', host, since: away.since, error: away.error });
  };

  const trouble = (error: EngineError) => {
    if (away) away.error = error.message;
    else {
      const callOff = clock.after(Math.min(patience, LONGEST_TIMER), tellAway);
      away = { since: new Date(now()).toISOString(), error: error.message, isTold: false, callOff };
    }
  };

  const forget = () => {
    away?.callOff();
    away = null;
    asksAt = clock.monotonic() + interval;
  };

  const answered = () => {
    if (away?.isTold) tell({ kind: 'engine-back', host, since: away.since, until: new Date(now()).toISOString() });
    forget();
  };

  return {
    async step() {
      // A turn of the writer comes as far as here where nothing before it has failed: so it may be back.
      if (!away && clock.monotonic() < asksAt) return false;
      try {
        await engine.version();
        answered();
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        trouble(error);
      }
      return false;
    },

    isAtWork: () => false,
    reset: forget,
    trouble,
    left: forget,
  };
}
